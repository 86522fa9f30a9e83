// Package v1beta1 has one version of several.
// +groupName=versions.corpus.example.com
// +versionName=v1beta1
package v1beta1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// TravelSpec is what a travel should be.
type TravelSpec struct {
	// Where to.
	Goal string `json:"goal"`

	// How far.
	// +optional
	Distance int32 `json:"distance,omitempty"`
}

// Travel is about several versions.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=travels,shortName=tr,categories=all
// +kubebuilder:deprecatedversion:warning="versions.corpus.example.com/v1beta1 Travel is old; use v1"
type Travel struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec TravelSpec `json:"spec"`
}
