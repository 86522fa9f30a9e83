package v1

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// Step is an even number between two others.
// +kubebuilder:validation:Minimum=0
// +kubebuilder:validation:ExclusiveMinimum=true
// +kubebuilder:validation:Maximum=10
// +kubebuilder:validation:ExclusiveMaximum=true
// +kubebuilder:validation:MultipleOf=2
type Step int64

// Moment is a moment.
// +kubebuilder:validation:Format=date-time
type Moment string

// Digits is a number that is written as a string.
// +kubebuilder:validation:Type=string
// +kubebuilder:validation:Pattern=`^[0-9]+$`
type Digits int32

// Word is a word with a rule.
// +kubebuilder:validation:MaxLength=10
// +kubebuilder:validation:XValidation:rule="self != 'no'",message="must not be no"
type Word string

// Amount is a number or a percentage.
// +kubebuilder:validation:XIntOrString
// +kubebuilder:validation:Pattern=`^[0-9]+%?$`
type Amount intstr.IntOrString

// Loose keeps what it does not know.
// +kubebuilder:validation:XPreserveUnknownFields
type Loose struct {
	// A name.
	Name string `json:"name"`
}

// Whole is a whole resource.
// +kubebuilder:validation:XEmbeddedResource
type Whole runtime.RawExtension

// Doors are doors by name, one at least.
// +listType=map
// +listMapKey=name
// +kubebuilder:validation:MinItems=1
// +kubebuilder:validation:UniqueItems=false
type Doors []Port

// Gates are doors by name and protocol.
// +k8s:listType=map
// +k8s:listMapKey=name
// +k8s:listMapKey=protocol
type Gates []Port

// Table is replaced as a whole.
// +mapType=atomic
type Table map[string]string

// ShortWords have limits and a rule each.
// +kubebuilder:validation:MaxItems=4
// +kubebuilder:validation:items:MinLength=2
// +kubebuilder:validation:items:MaxLength=4
// +kubebuilder:validation:items:Pattern=`^[a-z]+$`
// +kubebuilder:validation:items:XValidation:rule="self != 'no'",message="must not be no",reason=FieldValueForbidden
type ShortWords []string

// Letters are some letters.
// +kubebuilder:validation:items:Enum=a;b
type Letters []string

// Addresses are addresses.
// +kubebuilder:validation:items:Format=ipv4
type Addresses []string

// Steps are even numbers between two others.
// +kubebuilder:validation:items:Minimum=0
// +kubebuilder:validation:items:ExclusiveMinimum=true
// +kubebuilder:validation:items:Maximum=10
// +kubebuilder:validation:items:ExclusiveMaximum=true
// +kubebuilder:validation:items:MultipleOf=2
type Steps []int32

// Numerals are numbers that are written as strings.
// +kubebuilder:validation:items:Type=string
type Numerals []int32

// Rows have one or two cells each.
// +kubebuilder:validation:items:MinItems=1
// +kubebuilder:validation:items:MaxItems=2
// +kubebuilder:validation:items:UniqueItems=false
type Rows [][]string

// Tags are one or two each.
// +kubebuilder:validation:items:MinProperties=1
// +kubebuilder:validation:items:MaxProperties=2
type Tags []map[string]string

// Parcels keep what they do not know.
// +kubebuilder:validation:items:XPreserveUnknownFields
type Parcels []Part

// Resources are whole resources.
// +kubebuilder:validation:items:XEmbeddedResource
type Resources []runtime.RawExtension

// Amounts are numbers or strings.
// +kubebuilder:validation:items:XIntOrString
type Amounts []intstr.IntOrString

// KindsSpec has types of which all is said where they are declared.
type KindsSpec struct {
	// A step.
	// +optional
	Step Step `json:"step,omitempty"`
	// A moment.
	// +optional
	Moment Moment `json:"moment,omitempty"`
	// Digits.
	// +optional
	Digits Digits `json:"digits,omitempty"`
	// A word.
	// +optional
	Word Word `json:"word,omitempty"`
	// Words.
	// +kubebuilder:validation:MaxItems=10
	// +optional
	Words []Word `json:"words,omitempty"`
	// An amount.
	// +optional
	Amount *Amount `json:"amount,omitempty"`
	// Loose.
	// +optional
	Loose *Loose `json:"loose,omitempty"`
	// A whole resource.
	// +optional
	Whole *Whole `json:"whole,omitempty"`
	// Doors.
	// +optional
	Doors Doors `json:"doors,omitempty"`
	// Gates.
	// +optional
	Gates Gates `json:"gates,omitempty"`
	// A table.
	// +optional
	Table Table `json:"table,omitempty"`
	// Short words.
	// +optional
	ShortWords ShortWords `json:"shortWords,omitempty"`
	// Letters.
	// +optional
	Letters Letters `json:"letters,omitempty"`
	// Addresses.
	// +optional
	Addresses Addresses `json:"addresses,omitempty"`
	// Steps.
	// +optional
	Steps Steps `json:"steps,omitempty"`
	// Numerals.
	// +optional
	Numerals Numerals `json:"numerals,omitempty"`
	// Rows.
	// +optional
	Rows Rows `json:"rows,omitempty"`
	// Tags.
	// +optional
	Tags Tags `json:"tags,omitempty"`
	// Parcels.
	// +optional
	Parcels Parcels `json:"parcels,omitempty"`
	// Resources.
	// +optional
	Resources Resources `json:"resources,omitempty"`
	// Amounts.
	// +optional
	Amounts Amounts `json:"amounts,omitempty"`
	// Amounts, as is said here.
	// +kubebuilder:validation:items:XIntOrString
	// +kubebuilder:validation:items:Pattern=`^[0-9]+%?$`
	// +optional
	Percentages []intstr.IntOrString `json:"percentages,omitempty"`
}

// Kinds is about what is said of types where they are declared.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=kinds,singular=kinds
type Kinds struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec KindsSpec `json:"spec"`
}
