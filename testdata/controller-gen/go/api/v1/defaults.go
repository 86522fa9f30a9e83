package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Book is something to have by default.
type Book struct {
	// The title.
	Title string `json:"title"`

	// The number of pages.
	// +kubebuilder:default=100
	// +optional
	Pages int32 `json:"pages,omitempty"`

	// Who wrote it.
	// +optional
	Authors []string `json:"authors,omitempty"`
}

// DefaultsSpec has defaults and examples of all kinds.
type DefaultsSpec struct {
	// A string.
	// +kubebuilder:default="some words"
	// +kubebuilder:example="other words"
	// +optional
	Text string `json:"text,omitempty"`

	// A bare string.
	// +kubebuilder:default=word
	// +optional
	Word string `json:"word,omitempty"`

	// An empty string.
	// +kubebuilder:default=""
	// +optional
	Empty *string `json:"empty,omitempty"`

	// A string that looks like a number.
	// +kubebuilder:default="1"
	// +kubebuilder:example="007"
	// +optional
	Numeral string `json:"numeral,omitempty"`

	// A string that looks like a truth.
	// +kubebuilder:default="true"
	// +optional
	Answer string `json:"answer,omitempty"`

	// A number.
	// +kubebuilder:default=42
	// +kubebuilder:example=43
	// +optional
	Number int32 `json:"number,omitempty"`

	// A negative number.
	// +kubebuilder:default=-7
	// +optional
	Negative int64 `json:"negative,omitempty"`

	// A float.
	// +kubebuilder:default=2.5
	// +kubebuilder:example=0.125
	// +optional
	Float float64 `json:"float,omitempty"`

	// A truth.
	// +kubebuilder:default=true
	// +kubebuilder:example=false
	// +optional
	Truth *bool `json:"truth,omitempty"`

	// A list of strings.
	// +kubebuilder:default={"a","b"}
	// +kubebuilder:example={"c"}
	// +optional
	Strings []string `json:"strings,omitempty"`

	// An empty list.
	// +kubebuilder:default={}
	// +optional
	None []string `json:"none,omitempty"`

	// A list of numbers.
	// +kubebuilder:default={1,2,3}
	// +optional
	Numbers []int32 `json:"numbers,omitempty"`

	// A map.
	// +kubebuilder:default={a: "1", b: "two"}
	// +kubebuilder:example={c: "3"}
	// +optional
	Map map[string]string `json:"map,omitempty"`

	// An object.
	// +kubebuilder:default={title: "Nothing", authors: {"me"}}
	// +kubebuilder:example={title: "Something", pages: 3}
	// +optional
	Book *Book `json:"book,omitempty"`

	// An empty object, filled by the defaults of its properties.
	// +kubebuilder:default={}
	// +optional
	Lid Lid `json:"lid,omitempty"`

	// A list of objects.
	// +kubebuilder:default={{title: "One"}, {title: "Two", pages: 2}}
	// +optional
	Books []Book `json:"books,omitempty"`

	// The default of Kubernetes' own types.
	// +default="cluster"
	// +optional
	Kubernetes string `json:"kubernetes,omitempty"`

	// A whole object in Kubernetes' own way.
	// +default={"title": "Plain", "pages": 5}
	// +optional
	KubernetesBook *Book `json:"kubernetesBook,omitempty"`

	// What may be null.
	// +nullable
	// +optional
	Nullable *string `json:"nullable"`

	// What is null by default.
	// +nullable
	// +optional
	// +default=null
	NullableText *string `json:"nullableText,omitempty"`

	// An object that may be null.
	// +nullable
	// +optional
	NullableBook *Book `json:"nullableBook,omitempty"`

	// A list that may be null.
	// +nullable
	// +optional
	NullableList []string `json:"nullableList,omitempty"`

	// With a title.
	// +kubebuilder:title="The Title: of it"
	// +optional
	Titled string `json:"titled,omitempty"`

	// With documents elsewhere.
	// +kubebuilder:externalDocs:url="https://example.com/docs",description="all of it"
	// +optional
	Documented string `json:"documented,omitempty"`

	// With documents elsewhere, not described.
	// +kubebuilder:externalDocs:url="https://example.com/more"
	// +optional
	Referenced string `json:"referenced,omitempty"`
}

// Defaults is about defaults, examples and what else is told of a property.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=defaults,singular=defaults
type Defaults struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec DefaultsSpec `json:"spec"`
}
