package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Base is what many have.
type Base struct {
	// Whether it is paused.
	// +optional
	Paused bool `json:"paused,omitempty"`

	// Who owns it.
	Owner string `json:"owner"`
}

// Extra is what some have.
// +kubebuilder:validation:XValidation:rule="!has(self.note) || self.note.size() > 0",message="a note must say something"
type Extra struct {
	// A note.
	// +kubebuilder:validation:MaxLength=10
	// +optional
	Note string `json:"note,omitempty"`
}

// Deep is what Base and others are in.
type Deep struct {
	Base `json:",inline"`

	// How deep.
	// +optional
	Depth int32 `json:"depth,omitempty"`
}

// Item is an item; where it is used, more may be said of it.
// It takes two lines to tell.
type Item struct {
	// The name of the item.
	Name Name `json:"name"`

	// What belongs to it.
	// +optional
	Parts []Part `json:"parts,omitempty"`
}

// Part is a part of an item.
type Part struct {
	// The weight of the part.
	// +kubebuilder:validation:Minimum=0
	// +optional
	Weight int32 `json:"weight,omitempty"`
}

// NameAlias is another word for Name.
type NameAlias = Name

// OtherName is a name with more to say.
// +kubebuilder:validation:Enum=a;b
type OtherName Name

// ShapesSpec has types in types.
type ShapesSpec struct {
	Base  `json:",inline"`
	Extra `json:",inline"`

	// A type that has another inline.
	// +optional
	Deep *Deep `json:"deep,omitempty"`

	// One item.
	// +optional
	Item *Item `json:"item,omitempty"`

	// Another item.
	// +optional
	Other Item `json:"other,omitempty"`

	// An item, not described here.
	// +optional
	Items []Item `json:"items,omitempty"`

	// Items by name.
	// +optional
	ItemsByName map[string]Item `json:"itemsByName,omitempty"`

	// Names of all kinds.
	// +optional
	Alias NameAlias `json:"alias,omitempty"`

	// A name of a type of a type.
	// +optional
	OtherName OtherName `json:"otherName,omitempty"`

	// A name that is limited here as its type is.
	// +kubebuilder:validation:MinLength=1
	// +optional
	SameLimit Name `json:"sameLimit,omitempty"`

	// A name with another pattern here.
	// +kubebuilder:validation:Pattern=`^x`
	// +optional
	OtherPattern Name `json:"otherPattern,omitempty"`

	// +optional
	Undescribed string `json:"undescribed,omitempty"`

	// +optional
	UndescribedItem *Item `json:"undescribedItem,omitempty"`

	// The first line of a description,
	// the second line of it.
	//
	// A paragraph: with "quotes", 'apostrophes', a # and a colon.
	//
	//   - a list
	//   - of two
	//
	// The end.
	// +optional
	Described string `json:"described,omitempty"`

	// With a name in JSON that Java would not write.
	// +optional
	URLs []string `json:"URLs,omitempty"`

	// With a name in JSON that YAML would take for a truth.
	// +optional
	Yes bool `json:"yes,omitempty"`

	// With signs in the name.
	// +optional
	Dashed string `json:"with-dash.and_more,omitempty"`

	// How many.
	// +optional
	Size int32 `json:"size,omitempty"`
}

// Shapes is about types in types.
//
// It has a status, too.
// +kubebuilder:object:root=true
// +kubebuilder:subresource:status
// +kubebuilder:subresource:scale:specpath=.spec.size,statuspath=.status.size
// +kubebuilder:resource:path=shapes,singular=shapes
type Shapes struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec ShapesSpec `json:"spec"`
	// +optional
	Status ShapesStatus `json:"status,omitempty"`
}

// ShapesStatus is what was seen of shapes.
type ShapesStatus struct {
	// What the generation was.
	// +optional
	ObservedGeneration int64 `json:"observedGeneration,omitempty"`

	// The items that were seen.
	// +optional
	Items []Item `json:"items,omitempty"`

	// How many there are.
	// +optional
	Size int32 `json:"size,omitempty"`
}
