package v1

import metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"

// Range is a range whose ends are in order.
// +kubebuilder:validation:XValidation:rule="self.low <= self.high",message="low must not be more than high",reason=FieldValueInvalid,fieldPath=".low"
type Range struct {
	// The lower end.
	Low int32 `json:"low"`
	// The higher end.
	High int32 `json:"high"`
}

// Origin says where something comes from, in one way.
// +kubebuilder:validation:ExactlyOneOf=image;chart;folder
type Origin struct {
	// An image.
	// +optional
	Image *string `json:"image,omitempty"`
	// A chart.
	// +optional
	Chart *string `json:"chart,omitempty"`
	// A folder.
	// +optional
	Folder *string `json:"folder,omitempty"`
}

// Limit is in seconds or in tries, or there is none.
// +kubebuilder:validation:AtMostOneOf=seconds;tries
type Limit struct {
	// Seconds.
	// +optional
	Seconds *int32 `json:"seconds,omitempty"`
	// Tries.
	// +optional
	Tries *int32 `json:"tries,omitempty"`
}

// Contact can be reached somehow.
// +kubebuilder:validation:AtLeastOneOf=mail;phone
type Contact struct {
	// A mailbox.
	// +optional
	Mail *string `json:"mail,omitempty"`
	// A number.
	// +optional
	Phone *string `json:"phone,omitempty"`
}

// Mixed has several groups, and a rule of its own.
// +kubebuilder:validation:XValidation:rule="!has(self.a) || self.a != 'never'",message="a must not be never"
// +kubebuilder:validation:AtMostOneOf=a;b
// +kubebuilder:validation:ExactlyOneOf=c;d
// +kubebuilder:validation:ExactlyOneOf=e;f
// +kubebuilder:validation:AtLeastOneOf=a;b;c
type Mixed struct {
	// The first.
	// +optional
	// +kubebuilder:validation:MaxLength=10
	A *string `json:"a,omitempty"`
	// The second.
	// +optional
	B *string `json:"b,omitempty"`
	// The third.
	// +optional
	C *string `json:"c,omitempty"`
	// The fourth.
	// +optional
	D *string `json:"d,omitempty"`
	// The fifth.
	// +optional
	E *string `json:"e,omitempty"`
	// The sixth.
	// +optional
	F *string `json:"f,omitempty"`
}

// Seal cannot be changed.
type Seal struct {
	// Its number, which stays.
	// +k8s:immutable
	Number int32 `json:"number"`
	// Its text, which stays once it is there.
	// +k8s:immutable
	// +optional
	Text string `json:"text,omitempty"`
}

// RulesSpec has rules in CEL.
// +kubebuilder:validation:XValidation:rule="!has(self.first) || !has(self.second) || self.first != self.second",message="first and second must differ"
// +kubebuilder:validation:XValidation:rule="!has(self.first) || self.first != 'bad'",messageExpression="'first must not be ' + self.first",reason=FieldValueForbidden,fieldPath=".first"
type RulesSpec struct {
	// The first word.
	// +kubebuilder:validation:MaxLength=20
	// +optional
	First string `json:"first,omitempty"`

	// The second word.
	// +kubebuilder:validation:MaxLength=20
	// +optional
	Second string `json:"second,omitempty"`

	// Even.
	// +kubebuilder:validation:XValidation:rule="self % 2 == 0",message="must be even"
	// +optional
	Even int64 `json:"even,omitempty"`

	// A rule without a message.
	// +kubebuilder:validation:XValidation:rule="self.startsWith('a')"
	// +kubebuilder:validation:MaxLength=20
	// +optional
	Bare string `json:"bare,omitempty"`

	// A rule over two lines, with quotes.
	// +kubebuilder:validation:XValidation:rule="self == \"x\" ||\nself == 'y'",message="must be \"x\" or 'y'"
	// +kubebuilder:validation:MaxLength=20
	// +optional
	Quoted string `json:"quoted,omitempty"`

	// Two rules.
	// +kubebuilder:validation:XValidation:rule="self > 0",message="must be positive",reason=FieldValueRequired
	// +kubebuilder:validation:XValidation:rule="self < 100",message="must be small",reason=FieldValueDuplicate
	// +optional
	Two int32 `json:"two,omitempty"`

	// It only grows.
	// +kubebuilder:validation:XValidation:rule="self >= oldSelf",message="must not shrink"
	// +optional
	Growing int32 `json:"growing,omitempty"`

	// It starts at one, and grows.
	// +kubebuilder:validation:XValidation:rule="oldSelf.hasValue() ? self >= oldSelf.value() : self == 1",message="must start at one and grow",optionalOldSelf=true
	// +optional
	FromOne int32 `json:"fromOne,omitempty"`

	// A range.
	// +optional
	Range *Range `json:"range,omitempty"`

	// Ranges.
	// +kubebuilder:validation:MaxItems=10
	// +optional
	Ranges []Range `json:"ranges,omitempty"`

	// A short range.
	// +kubebuilder:validation:XValidation:rule="self.high - self.low < 10",message="must be short"
	// +optional
	ShortRange *Range `json:"shortRange,omitempty"`

	// Words in order.
	// +kubebuilder:validation:MaxItems=8
	// +kubebuilder:validation:XValidation:rule="self.all(w, w.size() < 5)",message="must be short words"
	// +kubebuilder:validation:items:MaxLength=10
	// +optional
	Words []string `json:"words,omitempty"`

	// Counts by word.
	// +kubebuilder:validation:MaxProperties=8
	// +kubebuilder:validation:XValidation:rule="self.all(k, self[k] > 0)",message="must be positive counts"
	// +optional
	Counts map[string]int32 `json:"counts,omitempty"`

	// Where it comes from.
	// +optional
	Origin *Origin `json:"origin,omitempty"`

	// What it is limited to.
	// +optional
	Limit *Limit `json:"limit,omitempty"`

	// Whom to ask.
	// +optional
	Contact *Contact `json:"contact,omitempty"`

	// A mixture.
	// +optional
	Mixed *Mixed `json:"mixed,omitempty"`

	// What cannot be changed inside.
	// +optional
	Seal *Seal `json:"seal,omitempty"`
}

// Rules is about rules.
// +kubebuilder:object:root=true
// +kubebuilder:resource:path=rules,singular=rules
type Rules struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata,omitempty"`

	Spec RulesSpec `json:"spec"`
}
