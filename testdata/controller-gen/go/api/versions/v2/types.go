// Package v2 has one version of several.
// +groupName=versions.corpus.example.com
// +versionName=v2
package v2

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// TravelSpec is what a travel should be.
type TravelSpec struct {
	// Where to.
	Goal string `json:"goal"`

	// The legs of it.
	// +optional
	Legs []string `json:"legs,omitempty"`
}

// Travel is about several versions.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=travels,shortName=tr,categories=all
// +kubebuilder:subresource:status
type Travel struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec TravelSpec `json:"spec"`
	// +optional
	Status TravelStatus `json:"status,omitempty"`
}

// TravelStatus is what is known of a travel.
type TravelStatus struct {
	// Whether it is over.
	// +optional
	Over bool `json:"over,omitempty"`
}
