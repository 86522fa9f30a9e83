# [=project.name]

A Kubernetes operator in Java, made with [jop](https://jop.dev). `PROJECT` lists its APIs; `make help` lists what can be done.

## Start

```sh
jop create api --group webapp --version v1 --kind Guestbook   # a kind and its reconciler
mvn verify                                                    # tests on a real API server
jop run --envtest                                             # the operator on a local API server
```

`jop run --envtest` tells the kubeconfig to use; with it, in another terminal, `kubectl apply -k config/samples`.
That server keeps objects and has no cluster behind it: no pod starts, and what a deleted object owned stays.

You need a JDK [=versions.java] or later and Maven, and `kubectl` to look at it.

## Change

| What | Where | Then |
|---|---|---|
| the fields of a kind | `src/main/java/…/api/<version>` | `mvn verify`, or just `jop make manifests` |
| what the operator does | `src/main/java/…/controller` | `mvn verify` |
| what the operator may do | `@Rbac` on the reconciler | `mvn verify`, or just `jop make manifests` |
| how it is deployed | `config` | `kubectl kustomize config/default` |

## Deploy

```sh
make docker-build docker-push IMG=registry.example.com/[=project.name]:v1
make deploy IMG=registry.example.com/[=project.name]:v1
```

The operator then runs in the namespace `[=project.name]-system`. `make undeploy` removes it, with the CRDs and all of their
objects. `make build-installer IMG=…` writes the same into `dist/install.yaml` for those who have only `kubectl`.
