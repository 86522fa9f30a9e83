# Working on [=project.name]

A Kubernetes operator in Java, laid out by `jop`. For people and for programs that change it.

## Where things are

| Path | What | Who writes it |
|---|---|---|
| `PROJECT` | the project's APIs | `jop` only |
| `src/main/java/…/Main.java` | start and wiring | you; keep the `+kubebuilder:scaffold` lines |
| `src/main/java/…/api/<version>/` | kinds: `Kind`, `KindSpec`, `KindStatus` | you |
| `src/main/java/…/controller/` | reconcilers | you |
| `src/test/java/…/` | tests on a real API server | you |
| `config/crd/bases/`, `config/rbac/role.yaml` | CRDs and the manager's role | `jop make manifests` and Maven only |
| the rest of `config/` | how it is deployed | you; keep the `+kubebuilder:scaffold` lines |

## Commands

| To | Run |
|---|---|
| add a kind | `jop create api --group <group> --version <version> --kind <Kind>` |
| see what that would change | the same with `--dry-run --diff` |
| renew the manifests after a change of `api/` or of `@Rbac` | `jop make manifests` |
| test | `mvn verify` |
| try it by hand | `jop run --envtest` |

## Rules

- A reconciler looks at the object as it is now and makes the world fit; it does not care which event came. It may be called twice
  for one change, and once for two.
- Say with `client.apply` what should be, and give what the object owns an owner reference; so it is collected with it.
- Status is what was seen, never what is wanted. Write it with `client.status()`. Set `observedGeneration`.
- A missing object is no error: it was deleted.
- Throw to be called again later, with growing delays; return `Result.requeueAfter` to look again at a known time.
- New fields are optional or have a `@Default`: objects that are there already must stay valid.
- Every kind has a sample in `config/samples`, and a test uses it.
