// Package webhook asks for webhooks of all kinds.
package webhook

// +kubebuilder:webhook:path=/mutate-corpus-example-com-v1-texts,mutating=true,failurePolicy=fail,sideEffects=None,groups=corpus.example.com,resources=texts,verbs=create;update,versions=v1,name=mtexts-v1.kb.io,admissionReviewVersions=v1

type TextsDefaulter struct{}

// +kubebuilder:webhook:path=/validate-corpus-example-com-v1-texts,mutating=false,failurePolicy=fail,sideEffects=None,groups=corpus.example.com,resources=texts,verbs=create;update,versions=v1,name=vtexts-v1.kb.io,admissionReviewVersions=v1

type TextsValidator struct{}

// +kubebuilder:webhook:path=/custom,mutating=true,failurePolicy=ignore,matchPolicy=Exact,sideEffects=NoneOnDryRun,timeoutSeconds=7,groups="";apps,resources=pods;deployments/scale,verbs=*,versions=*,name=mall.example.com,serviceName=other-service,serviceNamespace=other,servicePort=9443,admissionReviewVersions=v1;v1beta1,reinvocationPolicy=IfNeeded

type EverythingDefaulter struct{}

// +kubebuilder:webhook:url="https://hooks.example.com:8443/validate",mutating=false,failurePolicy=ignore,matchPolicy=Equivalent,sideEffects=None,timeoutSeconds=30,groups=corpus.example.com,resources=numbers;lists,verbs=delete;connect,versions=v1;v2,webhookVersions=v1,name=vurl.example.com,admissionReviewVersions=v1

type UrlValidator struct{}

// +kubebuilder:webhook:path=/validate-selected,mutating=false,failurePolicy=fail,sideEffects=None,groups=corpus.example.com,resources=lists,verbs=create,versions=v1,name=vselected.example.com,admissionReviewVersions=v1,patch=`{"namespaceSelector":{"matchLabels":{"checked":"true"}},"objectSelector":{"matchExpressions":[{"key":"tier","operator":"In","values":["front","back"]}]},"matchConditions":[{"name":"not-system","expression":"!request.userInfo.username.startsWith('system:')"}]}`

type SelectedValidator struct{}
