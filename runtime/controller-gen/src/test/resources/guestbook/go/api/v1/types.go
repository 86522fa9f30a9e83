// +groupName=webapp.example.com
package v1

import (
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// How loudly a guestbook greets.
// +kubebuilder:validation:Enum=Quiet;Loud
type Volume string

// One page of a guestbook.
type Page struct {
	// The title on top of the page.
	// +kubebuilder:validation:MinLength=1
	// +kubebuilder:validation:MaxLength=40
	Title string `json:"title"`

	// The number of lines; a page without it has 20.
	// +kubebuilder:default=20
	// +kubebuilder:validation:Minimum=1
	// +kubebuilder:validation:Maximum=100
	// +kubebuilder:validation:ExclusiveMaximum=true
	Lines int64 `json:"lines,omitempty"`
}

// What a guestbook should be.
type GuestbookSpec struct {
	// How many replicas serve it: 0 is refused, "1" is what you get without it, and more than one is for guestbooks that many read at once.
	// +kubebuilder:validation:Minimum=1
	// +kubebuilder:default=1
	Replicas *int32 `json:"replicas,omitempty"`

	// The greeting that it shows: letters & spaces.
	// +kubebuilder:validation:Pattern=`^[A-Za-z ]+$`
	Greeting string `json:"greeting"`

	// +kubebuilder:default=Quiet
	Volume Volume `json:"volume,omitempty"`

	// Its paper.
	// +kubebuilder:validation:Enum=plain;ruled;"1"
	Paper string `json:"paper,omitempty"`

	// Whether it is closed.
	Closed bool `json:"closed"`

	// +kubebuilder:validation:MinItems=1
	// +kubebuilder:validation:MaxItems=8
	Pages []Page `json:"pages,omitempty"`

	// Who may write into it.
	// +kubebuilder:validation:items:Pattern=`^[a-z]+$`
	// +listType=set
	Writers []string `json:"writers,omitempty"`

	// Labels of what it owns.
	Labels map[string]string `json:"labels,omitempty"`

	// The memory that it may use.
	Memory *resource.Quantity `json:"memory,omitempty"`

	// How many replicas may be down.
	// +kubebuilder:default="25%"
	MaxUnavailable *intstr.IntOrString `json:"maxUnavailable,omitempty"`

	// How long an entry is kept.
	// +kubebuilder:validation:MinLength=3
	// +kubebuilder:validation:Pattern=`^[-+]?P([-+]?[0-9]{1,9}D)?(T([-+]?[0-9]{1,15}H([-+]?[0-9]{1,9}M)?([-+]?[0-9]{1,9}(\.[0-9]{1,9})?S)?|[-+]?[0-9]{1,9}M([-+]?[0-9]{1,9}(\.[0-9]{1,9})?S)?|[-+]?[0-9]{1,9}(\.[0-9]{1,9})?S))?$`
	Retention *string `json:"retention,omitempty"`

	// When it opens.
	OpensAt *metav1.Time `json:"opensAt,omitempty"`
}

// What a guestbook is.
type GuestbookStatus struct {
	// The generation that was seen last.
	ObservedGeneration int64 `json:"observedGeneration,omitempty"`

	// How many replicas are ready.
	ReadyReplicas int32 `json:"readyReplicas,omitempty"`

	// What is known of its state.
	// +listType=map
	// +listMapKey=type
	Conditions []metav1.Condition `json:"conditions,omitempty"`
}

// A guestbook that greets its readers.
//
// It has pages.
// +kubebuilder:object:root=true
// +kubebuilder:subresource:status
// +kubebuilder:resource:path=guestbooks,shortName=gb;gbook,categories=all
// +kubebuilder:printcolumn:name="Replicas",type=integer,JSONPath=`.spec.replicas`
// +kubebuilder:printcolumn:name="Ready",type=string,JSONPath=`.status.conditions[?(@.type=="Ready")].status`,description="Whether it serves: yes or no"
// +kubebuilder:printcolumn:name="Opens",type=string,format=date-time,priority=1,JSONPath=`.spec.opensAt`
type Guestbook struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec   GuestbookSpec   `json:"spec"`
	Status GuestbookStatus `json:"status,omitempty"`
}

// A shelf of guestbooks.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=shelves,singular=shelf,scope=Cluster
type Shelf struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec ShelfSpec `json:"spec"`
}

// What a shelf should be.
type ShelfSpec struct {
	// The boards, from top to bottom.
	Boards map[string][]Page `json:"boards"`
	// Its width.
	// +kubebuilder:validation:Minimum=-5
	// +kubebuilder:validation:ExclusiveMinimum=true
	Width int64 `json:"width"`
}
