# Lets its holder create, change and delete [=api.plural].
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  labels:
    app.kubernetes.io/name: [=api.projectName]
    app.kubernetes.io/managed-by: kustomize
  name: [=api.role?replace("_", "-")]-editor-role
rules:
- apiGroups:
  - [=api.group]
  resources:
  - [=api.plural]
  verbs:
  - create
  - delete
  - get
  - list
  - patch
  - update
  - watch
- apiGroups:
  - [=api.group]
  resources:
  - [=api.plural]/status
  verbs:
  - get
