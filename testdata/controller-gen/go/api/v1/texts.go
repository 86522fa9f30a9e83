package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Name is the name of something.
// +kubebuilder:validation:MinLength=1
// +kubebuilder:validation:MaxLength=63
// +kubebuilder:validation:Pattern=`^[a-z0-9-]+$`
type Name string

// Level says how loud.
// +kubebuilder:validation:Enum=Low;Middle;High
type Level string

// Colour is one of the constants.
// +k8s:enum
type Colour string

const (
	// Red is the first.
	Red Colour = "red"
	// Blue is the second.
	Blue Colour = "blue"
	// Green is the third.
	Green Colour = "green"
)

// TextsSpec has strings and the limits of strings.
type TextsSpec struct {
	// Any string.
	// +optional
	Any string `json:"any,omitempty"`

	// At least three characters.
	// +kubebuilder:validation:MinLength=3
	// +optional
	MinLength string `json:"minLength,omitempty"`

	// At most five characters.
	// +kubebuilder:validation:MaxLength=5
	// +optional
	MaxLength string `json:"maxLength,omitempty"`

	// Letters only.
	// +kubebuilder:validation:Pattern=`^[A-Za-z]+$`
	// +optional
	Pattern string `json:"pattern,omitempty"`

	// A pattern with quotes, a backslash and a colon: 'a', "b" or \d.
	// +kubebuilder:validation:Pattern="^('a'|\"b\"|\\d+: #)$"
	// +optional
	Quotes string `json:"quotes,omitempty"`

	// One of three words.
	// +kubebuilder:validation:Enum=one;two;three
	// +optional
	Enum string `json:"enum,omitempty"`

	// Words that YAML would take for something else.
	// +kubebuilder:validation:Enum="";"true";"1";"null";"a b"
	// +optional
	Tricky string `json:"tricky,omitempty"`

	// How loud.
	// +optional
	Level Level `json:"level,omitempty"`

	// What colour.
	// +optional
	Colour Colour `json:"colour,omitempty"`

	// Its name.
	// +optional
	Name Name `json:"name,omitempty"`

	// A short name.
	// +kubebuilder:validation:MaxLength=8
	// +optional
	ShortName Name `json:"shortName,omitempty"`

	// Bytes, in base64.
	// +optional
	Bytes []byte `json:"bytes,omitempty"`

	// A date and a time.
	// +kubebuilder:validation:Format=date-time
	// +optional
	DateTime string `json:"dateTime,omitempty"`

	// A date.
	// +kubebuilder:validation:Format=date
	// +optional
	Date string `json:"date,omitempty"`

	// A duration as Go writes it.
	// +kubebuilder:validation:Format=duration
	// +optional
	Duration string `json:"duration,omitempty"`

	// An address of a mailbox.
	// +kubebuilder:validation:Format=email
	// +optional
	Email string `json:"email,omitempty"`

	// A name of a host.
	// +kubebuilder:validation:Format=hostname
	// +optional
	Hostname string `json:"hostname,omitempty"`

	// An address of four bytes.
	// +kubebuilder:validation:Format=ipv4
	// +optional
	Ipv4 string `json:"ipv4,omitempty"`

	// An address of sixteen bytes.
	// +kubebuilder:validation:Format=ipv6
	// +optional
	Ipv6 string `json:"ipv6,omitempty"`

	// A range of addresses.
	// +kubebuilder:validation:Format=cidr
	// +optional
	Cidr string `json:"cidr,omitempty"`

	// An address of a network card.
	// +kubebuilder:validation:Format=mac
	// +optional
	Mac string `json:"mac,omitempty"`

	// A unique id.
	// +kubebuilder:validation:Format=uuid
	// +optional
	Uuid string `json:"uuid,omitempty"`

	// An identifier.
	// +kubebuilder:validation:Format=uri
	// +optional
	Uri string `json:"uri,omitempty"`

	// Bytes in base64, by their format.
	// +kubebuilder:validation:Format=byte
	// +optional
	Base64 string `json:"base64,omitempty"`

	// A password, which no server checks.
	// +kubebuilder:validation:Format=password
	// +optional
	Password string `json:"password,omitempty"`

	// A string in which an integer is written.
	// +kubebuilder:validation:Type=integer
	// +kubebuilder:validation:Minimum=1
	// +optional
	Number string `json:"number,omitempty"`
}

// Texts is about strings.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=texts,singular=texts
type Texts struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec TextsSpec `json:"spec"`
}
