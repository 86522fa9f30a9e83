package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Permissions that make no sense are errors at their line, doubtful ones are warnings. */
class PermissionsTest {
  private static final String KIND =
      "@Group(\"x.example.com\") @Version(\"v1\") class Thing extends CustomResource<Void, Void> {}";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          groups = "apps", resources = "Deployment", verbs = GET       | "Deployment" is not a resource; write "deployments"
          groups = "apps", resources = "deployment", verbs = GET       | write "deployments"
          groups = "apps", resources = "deployment/status", verbs = GET | write "deployments"
          groups = "networking.k8s.io", resources = "ingress", verbs = GET | write "ingresses"
          groups = "x.example.com", resources = "thing", verbs = GET   | write "things"
          groups = "x.example.com", resources = "Things/status", verbs = GET | write "things"
          groups = "y.example.com", resources = "Others", verbs = GET  | "Others" is not a resource; that is a plural
          groups = "y.example.com", resources = "others.y", verbs = GET | "others.y" has a group in it; write "others"
          groups = "apps/v1", resources = "deployments", verbs = GET   | "apps/v1" is a group with a version; write apps
          groups = "Apps", resources = "deployments", verbs = GET      | "Apps" is not a group
          groups = "core", resources = "pods/exec", verbs = {CREATE, LIST} | list cannot be done with pods/exec; there is create, get
          groups = "core", resources = "pods/eviction", verbs = GET    | get cannot be done with pods/eviction; there is create
          groups = "authorization.k8s.io", resources = "subjectaccessreviews", verbs = {CREATE, GET} | get cannot be done
          groups = "apps", resources = "deployments/status", verbs = {GET, WATCH} | watch cannot be done with deployments/status
          groups = "x.example.com", resources = "things/status", verbs = CREATE | create cannot be done with things/status; there is get, patch, update
          groups = "x.example.com", resources = "things/finalizers", verbs = {UPDATE, GET} | get cannot be done
          groups = "core", resources = "pods", verbs = IMPERSONATE     | impersonate cannot be done with pods
          groups = "rbac.authorization.k8s.io", resources = "rolebindings", verbs = ESCALATE | escalate cannot be done
          groups = "y.example.com", resources = "others", verbs = POST | post cannot be done with others
          groups = "core", resources = "secrets", resourceNames = "a", verbs = {GET, CREATE} | put CREATE into a permission without them
          groups = "core", resources = "nodes", namespace = "a", verbs = GET | nodes are in no namespace
          groups = "x.example.com", resources = "things", namespace = "a", verbs = GET | things are in no namespace
          groups = "core", resources = "pods", namespace = "A", verbs = GET  | "A" cannot be the name of a namespace
          groups = "core", resources = "pods", roleName = "a/b", verbs = GET | "a/b" cannot be the name of a role
          urls = "metrics", verbs = GET                                | the URL metrics must begin with a slash
          urls = "/a*", verbs = GET                                    | must begin with a slash, and have * as its last step only
          urls = "/metrics", verbs = LIST                              | a URL knows no list, but delete, get
          """)
  void areRefusedAtTheirLine(String values, String message) {
    GenerateResult result =
        new Snippet(folder).generate(KIND, "@Rbac(" + values + ")", "class R {}");
    assertThat(result.diagnostics()).hasSize(1);
    assertThat(result.diagnostics().get(0).message()).startsWith("@Rbac: ").contains(message);
    assertThat(result.diagnostics().get(0).line()).isEqualTo(3);
    assertThat(result.files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          groups = "core", resources = "deployments", verbs = GET | there is no resource "deployments" in core; it is in apps
          groups = "app", resources = "deployments", verbs = GET  | there is no API group "app"; there is apps
          groups = "core", resources = "pods/debug", verbs = GET  | there is no resource "pods/debug" in core
          groups = "apps", resources = "gadgets", verbs = GET     | there is no resource "gadgets" in apps
          """)
  void areDoubtedAtTheirLine(String values, String message) {
    GenerateResult result = new Snippet(folder).generate("@Rbac(" + values + ")", "class R {}");
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.warnings()).hasSize(1);
    assertThat(result.warnings().get(0).message()).startsWith("@Rbac: ").contains(message);
    assertThat(result.warnings().get(0).line()).isEqualTo(2);
    assertThat(result.files()).containsKey("rbac/role.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "groups = {\"apps\", \"extensions\"}, resources = \"deployments\", verbs = GET",
        "groups = \"apps\", resources = {\"deployments\", \"deployments/status\"}, verbs = {GET, LIST}",
        "groups = \"core\", resources = \"*\", verbs = {GET, LIST}",
        "groups = \"*\", resources = \"*/scale\", verbs = {GET, UPDATE}",
        "groups = \"*\", resources = \"*\", verbs = ANY",
        "groups = \"core\", resources = \"pods/exec\", resourceNames = \"a\", verbs = CREATE",
        "groups = \"core\", resources = {\"users\", \"groups\", \"serviceaccounts\"}, verbs = IMPERSONATE",
        "groups = \"rbac.authorization.k8s.io\", resources = \"roles\", verbs = {BIND, GET}",
        "groups = \"certificates.k8s.io\", resources = \"signers\", resourceNames = \"a.b/c\", verbs = SIGN",
        "groups = \"core\", resources = \"nodes/metrics\", verbs = GET",
        "groups = \"core\", resources = \"namespaces\", namespace = \"a\", verbs = GET",
        "groups = \"core\", resources = \"namespaces\", otherVerbs = \"mark\"",
        "groups = \"y.example.com\", resources = \"others/anything\", verbs = {GET, CREATE}",
        "groups = \"x.example.com\", resources = {\"things\", \"things/status\"}, verbs = PATCH",
        "urls = {\"/metrics\", \"/healthz/*\", \"*\"}, verbs = {GET, POST}",
      })
  void areAcceptedWhereTheyMakeSense(String values) {
    GenerateResult result =
        new Snippet(folder).generate(KIND, "@Rbac(" + values + ")", "class R {}");
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void mayNameVerbsThatOnlyAnAuthorizerKnows() {
    GenerateResult result =
        new Snippet(folder)
            .generate(
                "@Rbac(groups = \"core\", resources = \"namespaces\", verbs = GET, otherVerbs = \"mark\")",
                "class R {}");
    assertThat(result.files().get("rbac/role.yaml")).contains("  verbs:\n  - get\n  - mark\n");
  }
}
