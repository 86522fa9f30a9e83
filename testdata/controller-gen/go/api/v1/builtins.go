package v1

import (
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// BuiltinsSpec has small types of Kubernetes itself.
type BuiltinsSpec struct {
	// A time.
	// +optional
	Time *metav1.Time `json:"time,omitempty"`

	// A time with microseconds.
	// +optional
	MicroTime *metav1.MicroTime `json:"microTime,omitempty"`

	// A duration.
	// +optional
	Duration *metav1.Duration `json:"duration,omitempty"`

	// A quantity.
	// +optional
	Quantity *resource.Quantity `json:"quantity,omitempty"`

	// A quantity with a default.
	// +kubebuilder:default="1Gi"
	// +optional
	Memory resource.Quantity `json:"memory,omitempty"`

	// Quantities by name.
	// +optional
	Quantities map[string]resource.Quantity `json:"quantities,omitempty"`

	// A number or a string.
	// +kubebuilder:default="25%"
	// +optional
	MaxUnavailable *intstr.IntOrString `json:"maxUnavailable,omitempty"`

	// A number or a string with a number.
	// +kubebuilder:default=8080
	// +optional
	Port *intstr.IntOrString `json:"port,omitempty"`

	// Numbers or strings.
	// +optional
	Ports []intstr.IntOrString `json:"ports,omitempty"`

	// Times.
	// +optional
	Times []metav1.Time `json:"times,omitempty"`

	// The id of an object.
	// +optional
	Uid types.UID `json:"uid,omitempty"`

	// What to choose.
	// +optional
	Selector *metav1.LabelSelector `json:"selector,omitempty"`

	// An object anywhere.
	// +optional
	ObjectReference *corev1.ObjectReference `json:"objectReference,omitempty"`

	// An object in the same namespace.
	// +optional
	LocalReference corev1.LocalObjectReference `json:"localReference,omitempty"`

	// An object of some kind in the same namespace.
	// +optional
	TypedReference *corev1.TypedLocalObjectReference `json:"typedReference,omitempty"`

	// A key in a Secret.
	// +optional
	SecretKey *corev1.SecretKeySelector `json:"secretKey,omitempty"`

	// A key in a ConfigMap.
	// +optional
	ConfigMapKey *corev1.ConfigMapKeySelector `json:"configMapKey,omitempty"`

	// What it needs.
	// +optional
	Resources corev1.ResourceRequirements `json:"resources,omitempty"`

	// Variables.
	// +optional
	// +listType=map
	// +listMapKey=name
	Env []corev1.EnvVar `json:"env,omitempty"`

	// What it tolerates.
	// +optional
	Tolerations []corev1.Toleration `json:"tolerations,omitempty"`

	// Where to run.
	// +optional
	Affinity *corev1.Affinity `json:"affinity,omitempty"`

	// How to run.
	// +optional
	SecurityContext *corev1.SecurityContext `json:"securityContext,omitempty"`

	// How often to look.
	// +optional
	Probe *corev1.Probe `json:"probe,omitempty"`

	// When to pull.
	// +kubebuilder:default=IfNotPresent
	// +kubebuilder:validation:Enum=Always;Never;IfNotPresent
	// +optional
	PullPolicy corev1.PullPolicy `json:"pullPolicy,omitempty"`

	// Limits of what it may use.
	// +optional
	Limits corev1.ResourceList `json:"limits,omitempty"`
}

// BuiltinsStatus has what conditions tell.
type BuiltinsStatus struct {
	// What is known.
	// +listType=map
	// +listMapKey=type
	// +optional
	Conditions []metav1.Condition `json:"conditions,omitempty"`

	// When it was.
	// +optional
	LastSeen *metav1.Time `json:"lastSeen,omitempty"`
}

// Builtins is about types of Kubernetes itself.
// +kubebuilder:object:root=true
// +kubebuilder:subresource:status
// +kubebuilder:resource:path=builtins,singular=builtins
type Builtins struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec BuiltinsSpec `json:"spec"`
	// +optional
	Status BuiltinsStatus `json:"status,omitempty"`
}
