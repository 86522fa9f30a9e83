resources:
# The operator's own permissions; remove these three if they are managed elsewhere.
- service_account.yaml
- role.yaml
- role_binding.yaml
# For people: bind these to those who administer, edit or view the project's objects.
# +kubebuilder:scaffold:rbackustomizeresource
