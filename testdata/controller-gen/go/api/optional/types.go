// Package optional has properties that may be missing unless they say otherwise.
// +groupName=optional.corpus.example.com
// +versionName=v1
// +kubebuilder:validation:Optional
package optional

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// LaxSpec has properties of which few must be there.
type LaxSpec struct {
	// Perhaps missing, by its package.
	Plain string `json:"plain"`

	// There, by a marker.
	// +required
	Required string `json:"required"`

	// There, by the old name of the marker.
	// +kubebuilder:validation:Required
	OldRequired string `json:"oldRequired"`

	// A number, perhaps missing.
	Number int32 `json:"number"`
}

// Lax is about a package whose properties may be missing.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=laxes
type Lax struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec LaxSpec `json:"spec"`
}
