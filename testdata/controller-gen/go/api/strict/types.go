// Package strict says that properties must be there, which nobody needs to say.
// +groupName=strict.corpus.example.com
// +versionName=v1
// +kubebuilder:validation:Required
package strict

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// FirmSpec has properties of which most must be there.
type FirmSpec struct {
	// There, by its package.
	Plain string `json:"plain"`

	// Perhaps missing, by a marker.
	// +optional
	Optional string `json:"optional"`

	// Perhaps missing, by its tag.
	OmitEmpty string `json:"omitEmpty,omitempty"`
}

// Firm is about a package whose properties must be there.
// +kubebuilder:object:root=true
type Firm struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec FirmSpec `json:"spec"`
}
