package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Marks are one to three marks.
// +kubebuilder:validation:MinProperties=1
// +kubebuilder:validation:MaxProperties=3
type Marks map[string]string

// Address is replaced as a whole.
// +structType=atomic
type Address struct {
	// The street.
	// +optional
	Street string `json:"street,omitempty"`
	// The town.
	Town string `json:"town"`
}

// MapsSpec has maps and the limits of maps.
type MapsSpec struct {
	// Strings by strings.
	// +optional
	Strings map[string]string `json:"strings,omitempty"`

	// Numbers by strings.
	// +optional
	Numbers map[string]int32 `json:"numbers,omitempty"`

	// Truths by strings.
	// +optional
	Truths map[string]bool `json:"truths,omitempty"`

	// Numbers by names.
	// +optional
	ByName map[Name]int32 `json:"byName,omitempty"`

	// Names by strings.
	// +optional
	Names map[string]Name `json:"names,omitempty"`

	// Lists by strings.
	// +optional
	Lists map[string][]string `json:"lists,omitempty"`

	// Maps by strings.
	// +optional
	Maps map[string]map[string]string `json:"maps,omitempty"`

	// Bytes by strings.
	// +optional
	Blobs map[string][]byte `json:"blobs,omitempty"`

	// Addresses by strings.
	// +optional
	Addresses map[string]Address `json:"addresses,omitempty"`

	// Pointers to numbers by strings.
	// +optional
	Pointers map[string]*int64 `json:"pointers,omitempty"`

	// At least one.
	// +kubebuilder:validation:MinProperties=1
	// +optional
	MinProperties map[string]string `json:"minProperties,omitempty"`

	// At most one.
	// +kubebuilder:validation:MaxProperties=1
	// +optional
	MaxProperties map[string]string `json:"maxProperties,omitempty"`

	// One map, as a whole.
	// +mapType=atomic
	// +optional
	Atomic map[string]string `json:"atomic,omitempty"`

	// A map, entry by entry.
	// +mapType=granular
	// +optional
	Granular map[string]string `json:"granular,omitempty"`

	// One address, as its type says.
	// +optional
	Address Address `json:"address,omitempty"`

	// One address, property by property.
	// +structType=granular
	// +optional
	GranularPort *Port `json:"granularPort,omitempty"`

	// One port, as a whole.
	// +structType=atomic
	// +optional
	AtomicPort *Port `json:"atomicPort,omitempty"`

	// An object of two properties, as its type says.
	// +optional
	Home *Home `json:"home,omitempty"`

	// Marks, as their type says.
	// +optional
	Marks Marks `json:"marks,omitempty"`
}

// Home is an address two parts of which must be there.
// +kubebuilder:validation:MinProperties=2
// +kubebuilder:validation:MaxProperties=2
type Home struct {
	// The street.
	// +optional
	Street string `json:"street,omitempty"`
	// The town.
	// +optional
	Town string `json:"town,omitempty"`
	// The door.
	// +optional
	Door string `json:"door,omitempty"`
}

// Maps is about maps.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=maps,singular=maps
type Maps struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec MapsSpec `json:"spec"`
}
