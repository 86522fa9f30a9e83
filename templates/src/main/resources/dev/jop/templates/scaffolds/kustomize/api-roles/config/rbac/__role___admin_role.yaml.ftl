# Lets its holder do everything with [=api.plural].
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  labels:
    app.kubernetes.io/name: [=api.projectName]
    app.kubernetes.io/managed-by: kustomize
  name: [=api.role?replace("_", "-")]-admin-role
rules:
- apiGroups:
  - [=api.group]
  resources:
  - [=api.plural]
  verbs:
  - '*'
- apiGroups:
  - [=api.group]
  resources:
  - [=api.plural]/status
  verbs:
  - get
