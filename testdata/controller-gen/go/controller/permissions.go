// Package controller asks for permissions of all kinds.
package controller

// One of each argument.
// +kubebuilder:rbac:groups=corpus.example.com,resources=texts,verbs=get;list;watch;create;update;patch;delete
// +kubebuilder:rbac:groups=corpus.example.com,resources=texts/status,verbs=get;update;patch
// +kubebuilder:rbac:groups=corpus.example.com,resources=texts/finalizers,verbs=update
// +kubebuilder:rbac:groups=core,resources=configmaps,resourceNames=first;second,verbs=get
// +kubebuilder:rbac:groups="",resources=pods;services,verbs=list;get;watch
// +kubebuilder:rbac:urls=/metrics;/healthz,verbs=get
// +kubebuilder:rbac:urls=/logs/*,verbs=get

// Rules that become one: of one resource, of one group, of several groups.
// +kubebuilder:rbac:groups=apps,resources=deployments,verbs=get;list
// +kubebuilder:rbac:groups=apps,resources=deployments,verbs=watch;list
// +kubebuilder:rbac:groups=apps,resources=statefulsets,verbs=get;list;watch
// +kubebuilder:rbac:groups=apps;batch,resources=jobs,verbs=get;list;watch
// +kubebuilder:rbac:groups=batch,resources=cronjobs,verbs=get
// +kubebuilder:rbac:groups=extensions,resources=jobs,verbs=get;list;watch

// All verbs, and more.
// +kubebuilder:rbac:groups=events.k8s.io,resources=events,verbs=create;*
// +kubebuilder:rbac:groups=*,resources=*,verbs=get
// +kubebuilder:rbac:groups=coordination.k8s.io,resources=leases,verbs=get;list;watch;create;update;patch;delete
// +kubebuilder:rbac:groups=rbac.authorization.k8s.io,resources=roles,verbs=bind;escalate
// +kubebuilder:rbac:groups=policy,resources=podsecuritypolicies,verbs=use
// +kubebuilder:rbac:groups="",resources=users,verbs=impersonate
// +kubebuilder:rbac:groups="",resources=pods,verbs=deletecollection

// Roles of namespaces, and with other names.
// +kubebuilder:rbac:groups="",namespace=system,resources=secrets,verbs=get;list
// +kubebuilder:rbac:groups="",namespace=system,resources=configmaps,verbs=get;list
// +kubebuilder:rbac:groups="",namespace=other,resources=secrets,verbs=get
// +kubebuilder:rbac:groups="",namespace=other,roleName=leader,resources=configmaps,verbs=update
// +kubebuilder:rbac:groups=apps,roleName=reader,resources=deployments,verbs=get;list

type Permissions struct{}
