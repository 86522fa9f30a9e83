package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Share is a part of a hundred.
// +kubebuilder:validation:Minimum=0
// +kubebuilder:validation:Maximum=100
type Share int32

// NumbersSpec has numbers of all sizes and the limits of numbers.
type NumbersSpec struct {
	// An int of 32 bits.
	// +optional
	Int32 int32 `json:"int32,omitempty"`

	// An int of 64 bits.
	// +optional
	Int64 int64 `json:"int64,omitempty"`

	// A number that may be absent.
	// +optional
	Pointer *int64 `json:"pointer,omitempty"`

	// A float.
	// +optional
	Float float64 `json:"float,omitempty"`

	// A float with limits that are not whole.
	// +kubebuilder:validation:Minimum=-0.5
	// +kubebuilder:validation:Maximum=1.25
	// +optional
	FloatRange float64 `json:"floatRange,omitempty"`

	// A truth.
	// +optional
	Truth bool `json:"truth,omitempty"`

	// At least one.
	// +kubebuilder:validation:Minimum=1
	// +optional
	Minimum int32 `json:"minimum,omitempty"`

	// At most ten.
	// +kubebuilder:validation:Maximum=10
	// +optional
	Maximum int32 `json:"maximum,omitempty"`

	// More than minus five.
	// +kubebuilder:validation:Minimum=-5
	// +kubebuilder:validation:ExclusiveMinimum=true
	// +optional
	ExclusiveMinimum int64 `json:"exclusiveMinimum,omitempty"`

	// Less than five.
	// +kubebuilder:validation:Maximum=5
	// +kubebuilder:validation:ExclusiveMaximum=true
	// +optional
	ExclusiveMaximum int64 `json:"exclusiveMaximum,omitempty"`

	// A multiple of three.
	// +kubebuilder:validation:MultipleOf=3
	// +optional
	MultipleOf int32 `json:"multipleOf,omitempty"`

	// A multiple of a quarter.
	// +kubebuilder:validation:MultipleOf=0.25
	// +optional
	FloatMultipleOf float64 `json:"floatMultipleOf,omitempty"`

	// One of three numbers.
	// +kubebuilder:validation:Enum=1;2;5
	// +optional
	Enum int32 `json:"enum,omitempty"`

	// A very large limit.
	// +kubebuilder:validation:Maximum=9007199254740991
	// +optional
	Large int64 `json:"large,omitempty"`

	// A limit with an exponent.
	// +kubebuilder:validation:Maximum=1e+30
	// +optional
	Huge float64 `json:"huge,omitempty"`

	// Limits in the words of declarative validation.
	// +k8s:minimum=2
	// +k8s:maximum=4
	// +optional
	Declarative int32 `json:"declarative,omitempty"`

	// A share with the limits of its type.
	// +optional
	Share Share `json:"share,omitempty"`

	// A share with narrower limits of its own.
	// +kubebuilder:validation:Maximum=50
	// +optional
	SmallShare Share `json:"smallShare,omitempty"`

	// An integer that is written as a string, by another type.
	// +kubebuilder:validation:Type=string
	// +kubebuilder:validation:Pattern=`^[0-9]+$`
	// +optional
	Quoted int64 `json:"quoted,omitempty"`

	// A format of its own.
	// +kubebuilder:validation:Format=int32
	// +optional
	Formatted int64 `json:"formatted,omitempty"`
}

// Numbers is about numbers.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=numbers,singular=numbers
type Numbers struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec NumbersSpec `json:"spec"`
}
