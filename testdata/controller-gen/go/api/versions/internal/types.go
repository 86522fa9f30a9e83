// Package internal has one version of several.
// +groupName=versions.corpus.example.com
// +versionName=v0
package internal

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// TravelSpec is what a travel should be.
type TravelSpec struct {
	// Where to.
	Goal string `json:"goal"`
}

// Travel is about several versions.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=travels,shortName=tr,categories=all
// +kubebuilder:skipversion
type Travel struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec TravelSpec `json:"spec"`
}
