package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// TowerSpec is what a tower should be.
// +kubebuilder:title="A tower's wishes"
// +kubebuilder:externalDocs:url="https://example.com/towers",description="towers"
type TowerSpec struct {
	// How high.
	// +optional
	Height int32 `json:"height,omitempty"`
}

// Tower is about a kind that stands in no namespace, is named irregularly, and may lack its spec.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=towerz,singular=towr,shortName=tw,categories=corpus,scope=Cluster
// +kubebuilder:validation:XValidation:rule="self.metadata.name.startsWith('t')",message="the name must begin with t"
type Tower struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	// +optional
	Spec TowerSpec `json:"spec,omitempty"`
}

// Policy is about the plural of a kind that nobody gives.
// +kubebuilder:object:root=true
type Policy struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec TowerSpec `json:"spec"`
}
