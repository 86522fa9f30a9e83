# The CRDs that `jop make manifests` generates.
resources:
# +kubebuilder:scaffold:crdkustomizeresource
