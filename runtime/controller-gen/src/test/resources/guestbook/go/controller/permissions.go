package controller

// +kubebuilder:rbac:groups=webapp.example.com,resources=guestbooks,verbs=get;list;watch;update
// +kubebuilder:rbac:groups=webapp.example.com,resources=guestbooks/status,verbs=get;update;patch
// +kubebuilder:rbac:groups=webapp.example.com,resources=guestbooks/finalizers,verbs=update
// +kubebuilder:rbac:groups=apps,resources=deployments,verbs=get;list;watch;create;patch
// +kubebuilder:rbac:groups=apps,resources=deployments;replicasets,verbs=delete;create
// +kubebuilder:rbac:groups=apps;extensions,resources=deployments,verbs=get
// +kubebuilder:rbac:groups=core,resources=configmaps;secrets,verbs=get;list;watch
// +kubebuilder:rbac:groups=batch,resources=configmaps;secrets,verbs=watch;get;list;list
// +kubebuilder:rbac:groups=core,resources=pods,verbs=*;get
// +kubebuilder:rbac:groups=core,resources=secrets,resourceNames=b;a,verbs=delete
// +kubebuilder:rbac:groups=events.k8s.io,resources=events,verbs=create;patch
// +kubebuilder:rbac:groups=core,resources=events,verbs=patch;create
// +kubebuilder:rbac:urls=/metrics,verbs=get
// +kubebuilder:rbac:urls=/healthz,verbs=get
// +kubebuilder:rbac:groups=coordination.k8s.io,namespace=system,resources=leases,verbs=get;create;update
// +kubebuilder:rbac:groups=core,namespace=aaa,roleName=other-role,resources=pods,verbs=get
// +kubebuilder:rbac:groups=core,roleName=zz-role,resources=pods,verbs=get

type Reconciler struct{}
