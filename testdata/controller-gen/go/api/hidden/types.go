// Package hidden has a kind that others define.
// +groupName=hidden.corpus.example.com
// +versionName=v1
// +kubebuilder:skip
package hidden

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Ghost is not to be seen.
// +kubebuilder:object:root=true
type Ghost struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`
}
