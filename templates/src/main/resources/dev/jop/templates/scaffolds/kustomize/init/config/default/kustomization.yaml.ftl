# All of the operator, for one namespace; the names of all its objects begin with the project's.
namespace: [=project.name]-system
namePrefix: [=project.name]-

resources:
# +kubebuilder:scaffold:defaultkustomizeresource
- ../rbac
- ../manager
