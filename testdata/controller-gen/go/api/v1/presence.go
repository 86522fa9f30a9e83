package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Lid has nothing but what is there by default.
type Lid struct {
	// Whether it is open.
	// +kubebuilder:default=true
	// +optional
	Open *bool `json:"open,omitempty"`
}

// PresenceSpec has properties that must be there, and others that may be missing.
type PresenceSpec struct {
	// There, since nothing says otherwise.
	Plain string `json:"plain"`

	// There, although it is left out when it is empty.
	// +required
	Required string `json:"required,omitempty"`

	// There, by the old name of the marker.
	// +kubebuilder:validation:Required
	OldRequired string `json:"oldRequired,omitempty"`

	// A number that must be there.
	Number int32 `json:"number"`

	// A truth that must be there.
	Truth bool `json:"truth"`

	// An object that must be there.
	Object Lid `json:"object"`

	// A list that must be there.
	List []string `json:"list"`

	// A map that must be there.
	Map map[string]string `json:"map"`

	// Perhaps missing, by its tag.
	OmitEmpty string `json:"omitEmpty,omitempty"`

	// Perhaps missing, by its other tag.
	OmitZero Lid `json:"omitZero,omitzero"`

	// Perhaps missing, by a marker.
	// +optional
	Optional string `json:"optional"`

	// Perhaps missing, by the old name of the marker.
	// +kubebuilder:validation:Optional
	OldOptional string `json:"oldOptional"`

	// Perhaps missing, in the words of declarative validation.
	// +k8s:optional
	DeclaredOptional string `json:"declaredOptional"`

	// There and not empty, in the words of declarative validation.
	// +k8s:required
	DeclaredText string `json:"declaredText"`

	// There and not empty.
	// +k8s:required
	DeclaredList []string `json:"declaredList"`

	// There and not empty.
	// +k8s:required
	DeclaredMap map[string]string `json:"declaredMap"`

	// There and not empty.
	// +k8s:required
	DeclaredObject Lid `json:"declaredObject"`

	// There, whatever it is.
	// +k8s:required
	DeclaredNumber int32 `json:"declaredNumber"`

	// There, and perhaps null.
	// +nullable
	Nullable *string `json:"nullable"`

	// Not in the schema.
	Hidden string `json:"-"`
}

// Presence is about what must be there.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=presences
type Presence struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec PresenceSpec `json:"spec"`
}
