// Package workload has the large types of Kubernetes itself; its schemas are generated without descriptions.
// +groupName=workload.corpus.example.com
// +versionName=v1
package workload

import (
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// WorkloadSpec has the large types of Kubernetes itself.
type WorkloadSpec struct {
	// How many.
	// +kubebuilder:default=1
	// +kubebuilder:validation:Minimum=0
	// +optional
	Replicas *int32 `json:"replicas,omitempty"`

	// What runs.
	Template corev1.PodTemplateSpec `json:"template"`

	// What is stored.
	// +optional
	Claims []corev1.PersistentVolumeClaimSpec `json:"claims,omitempty"`

	// What is mounted.
	// +optional
	// +listType=map
	// +listMapKey=name
	Volumes []corev1.Volume `json:"volumes,omitempty"`

	// What serves it.
	// +optional
	Service *corev1.ServiceSpec `json:"service,omitempty"`
}

// WorkloadStatus is what was seen of a workload.
type WorkloadStatus struct {
	// How many there are.
	// +optional
	Replicas int32 `json:"replicas,omitempty"`

	// What chooses them.
	// +optional
	Selector string `json:"selector,omitempty"`

	// In which phase it is.
	// +optional
	Phase string `json:"phase,omitempty"`
}

// Workload is about pods and all that is in them.
// +kubebuilder:object:root=true
// +kubebuilder:subresource:status
// +kubebuilder:subresource:scale:specpath=.spec.replicas,statuspath=.status.replicas,selectorpath=.status.selector
// +kubebuilder:resource:path=workloads,shortName=wl;work,categories=all;corpus
// +kubebuilder:printcolumn:name="Desired",type=integer,JSONPath=`.spec.replicas`
// +kubebuilder:printcolumn:name="Current",type=integer,format=int32,JSONPath=`.status.replicas`,description="How many there are: now"
// +kubebuilder:printcolumn:name="Phase",type=string,priority=1,JSONPath=`.status.phase`
// +kubebuilder:printcolumn:name="Age",type=date,JSONPath=`.metadata.creationTimestamp`
// +kubebuilder:selectablefield:JSONPath=`.status.phase`
// +kubebuilder:selectablefield:JSONPath=`.spec.replicas`
// +kubebuilder:metadata:labels="corpus.example.com/part=workloads",annotations="corpus.example.com/note=a=b"
// +kubebuilder:metadata:labels="tier=back"
type Workload struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec WorkloadSpec `json:"spec"`
	// +optional
	Status WorkloadStatus `json:"status,omitempty"`
}
