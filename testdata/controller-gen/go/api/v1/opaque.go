package v1

import (
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// Plugin keeps what it does not know.
// +kubebuilder:pruning:PreserveUnknownFields
type Plugin struct {
	// The name of the plugin.
	Name string `json:"name"`
}

// OpaqueSpec has what a schema tells little or nothing of.
type OpaqueSpec struct {
	// Any object.
	// +optional
	Raw runtime.RawExtension `json:"raw,omitempty"`

	// Any JSON.
	// +optional
	Json *apiextensionsv1.JSON `json:"json,omitempty"`

	// A plugin, with settings of its own.
	// +optional
	Plugin *Plugin `json:"plugin,omitempty"`

	// A door whose other properties stay.
	// +kubebuilder:pruning:PreserveUnknownFields
	// +optional
	Open *Lid `json:"open,omitempty"`

	// The same by the other name of the marker.
	// +kubebuilder:validation:XPreserveUnknownFields
	// +optional
	Other *Lid `json:"other,omitempty"`

	// Without a schema, but for what is said here.
	// +kubebuilder:validation:Schemaless
	// +kubebuilder:pruning:PreserveUnknownFields
	// +optional
	Schemaless *Lid `json:"schemaless,omitempty"`

	// Without a schema, but with a type.
	// +kubebuilder:validation:Schemaless
	// +kubebuilder:validation:Type=object
	// +kubebuilder:pruning:PreserveUnknownFields
	// +optional
	SchemalessObject *Lid `json:"schemalessObject,omitempty"`

	// A whole resource.
	// +kubebuilder:validation:EmbeddedResource
	// +kubebuilder:pruning:PreserveUnknownFields
	// +optional
	Resource *runtime.RawExtension `json:"resource,omitempty"`

	// A whole resource by the other name of the marker.
	// +kubebuilder:validation:XEmbeddedResource
	// +optional
	OtherResource *runtime.RawExtension `json:"otherResource,omitempty"`

	// A number or a percentage.
	// +optional
	IntOrString *intstr.IntOrString `json:"intOrString,omitempty"`

	// A number or a percentage with a pattern.
	// +kubebuilder:validation:XIntOrString
	// +kubebuilder:validation:Pattern=`^[0-9]+%?$`
	// +optional
	Percentage *intstr.IntOrString `json:"percentage,omitempty"`

	// The metadata of something else.
	// +optional
	Metadata *metav1.ObjectMeta `json:"metadata,omitempty"`

	// Raw objects.
	// +optional
	Raws []runtime.RawExtension `json:"raws,omitempty"`

	// Raw objects by name.
	// +optional
	RawsByName map[string]runtime.RawExtension `json:"rawsByName,omitempty"`

	// Any JSON by name.
	// +optional
	Values map[string]apiextensionsv1.JSON `json:"values,omitempty"`
}

// Opaque is about what has no schema.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=opaques
type Opaque struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec OpaqueSpec `json:"spec"`
}
