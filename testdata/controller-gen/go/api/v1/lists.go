package v1

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
)

// Names are names, each but once.
// +listType=set
// +kubebuilder:validation:MaxItems=3
type Names []Name

// Port is a port with a name.
type Port struct {
	// The name of the port.
	Name string `json:"name"`

	// The protocol of the port.
	// +kubebuilder:default=TCP
	Protocol string `json:"protocol"`

	// The number of the port.
	// +kubebuilder:validation:Minimum=1
	// +kubebuilder:validation:Maximum=65535
	Number int32 `json:"number"`
}

// ListsSpec has lists and the limits of lists and of their items.
type ListsSpec struct {
	// Any strings.
	// +optional
	Strings []string `json:"strings,omitempty"`

	// Any numbers.
	// +optional
	Numbers []int64 `json:"numbers,omitempty"`

	// Any truths.
	// +optional
	Truths []bool `json:"truths,omitempty"`

	// Pointers to strings.
	// +optional
	Pointers []*string `json:"pointers,omitempty"`

	// Lists of lists.
	// +optional
	Nested [][]string `json:"nested,omitempty"`

	// Lists of maps.
	// +optional
	Maps []map[string]int32 `json:"maps,omitempty"`

	// Lists of bytes.
	// +optional
	Blobs [][]byte `json:"blobs,omitempty"`

	// Ports.
	// +optional
	Ports []Port `json:"ports,omitempty"`

	// At least two.
	// +kubebuilder:validation:MinItems=2
	// +optional
	MinItems []string `json:"minItems,omitempty"`

	// At most two.
	// +kubebuilder:validation:MaxItems=2
	// +optional
	MaxItems []string `json:"maxItems,omitempty"`

	// At most two, in the words of declarative validation.
	// +k8s:maxItems=2
	// +optional
	Declarative []string `json:"declarative,omitempty"`

	// Not unique, which is all that the API server allows to say.
	// +kubebuilder:validation:UniqueItems=false
	// +optional
	UniqueItems []string `json:"uniqueItems,omitempty"`

	// One list, as a whole.
	// +listType=atomic
	// +optional
	Atomic []string `json:"atomic,omitempty"`

	// A set.
	// +listType=set
	// +optional
	Set []string `json:"set,omitempty"`

	// A map by one key.
	// +listType=map
	// +listMapKey=name
	// +optional
	Map []Port `json:"map,omitempty"`

	// A map by two keys.
	// +k8s:listType=map
	// +k8s:listMapKey=name
	// +k8s:listMapKey=protocol
	// +optional
	MapOfTwo []Port `json:"mapOfTwo,omitempty"`

	// Names, as their type says.
	// +optional
	Names Names `json:"names,omitempty"`

	// Items of limited length.
	// +kubebuilder:validation:items:MinLength=2
	// +kubebuilder:validation:items:MaxLength=4
	// +optional
	ItemLength []string `json:"itemLength,omitempty"`

	// Items of lower case letters.
	// +kubebuilder:validation:items:Pattern=`^[a-z]+$`
	// +optional
	ItemPattern []string `json:"itemPattern,omitempty"`

	// Items of a range.
	// +kubebuilder:validation:items:Minimum=1
	// +kubebuilder:validation:items:Maximum=9
	// +optional
	ItemRange []int32 `json:"itemRange,omitempty"`

	// Items of a range without its ends.
	// +kubebuilder:validation:items:Minimum=1
	// +kubebuilder:validation:items:ExclusiveMinimum=true
	// +kubebuilder:validation:items:Maximum=9
	// +kubebuilder:validation:items:ExclusiveMaximum=true
	// +optional
	ItemOpenRange []int32 `json:"itemOpenRange,omitempty"`

	// Even items.
	// +kubebuilder:validation:items:MultipleOf=2
	// +optional
	ItemMultipleOf []int32 `json:"itemMultipleOf,omitempty"`

	// Items of a list of words.
	// +kubebuilder:validation:items:Enum=a;b
	// +optional
	ItemEnum []string `json:"itemEnum,omitempty"`

	// Items of a format.
	// +kubebuilder:validation:items:Format=ipv4
	// +optional
	ItemFormat []string `json:"itemFormat,omitempty"`

	// Items of another type.
	// +kubebuilder:validation:items:Type=string
	// +kubebuilder:validation:items:Pattern=`^[0-9]+$`
	// +optional
	ItemType []int32 `json:"itemType,omitempty"`

	// Lists of one to two items.
	// +kubebuilder:validation:items:MinItems=1
	// +kubebuilder:validation:items:MaxItems=2
	// +kubebuilder:validation:items:UniqueItems=false
	// +optional
	ItemItems [][]string `json:"itemItems,omitempty"`

	// Maps of one to two properties.
	// +kubebuilder:validation:items:MinProperties=1
	// +kubebuilder:validation:items:MaxProperties=2
	// +optional
	ItemProperties []map[string]string `json:"itemProperties,omitempty"`

	// Items that have rules.
	// +kubebuilder:validation:MaxItems=16
	// +kubebuilder:validation:items:MaxLength=16
	// +kubebuilder:validation:items:XValidation:rule="self.startsWith('x')",message="must start with x"
	// +optional
	ItemRules []string `json:"itemRules,omitempty"`

	// Items that keep what nobody knows.
	// +kubebuilder:validation:items:XPreserveUnknownFields
	// +optional
	ItemUnknown []Port `json:"itemUnknown,omitempty"`

	// Items that are whole resources.
	// +kubebuilder:validation:items:XEmbeddedResource
	// +optional
	ItemResources []runtime.RawExtension `json:"itemResources,omitempty"`
}

// Lists is about lists.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=lists,singular=lists
type Lists struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec ListsSpec `json:"spec"`
}
