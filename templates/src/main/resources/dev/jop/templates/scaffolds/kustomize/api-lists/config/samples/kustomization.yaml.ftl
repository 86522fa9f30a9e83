# One object of each kind, to try the operator with.
resources:
# +kubebuilder:scaffold:manifestskustomizesamples
