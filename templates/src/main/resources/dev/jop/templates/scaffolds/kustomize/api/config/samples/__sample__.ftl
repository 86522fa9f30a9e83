apiVersion: [=api.group]/[=api.version]
kind: [=api.kind]
metadata:
  labels:
    app.kubernetes.io/name: [=api.projectName]
    app.kubernetes.io/managed-by: kustomize
  name: [=api.lower]-sample
spec:
  message: Hello from the sample
