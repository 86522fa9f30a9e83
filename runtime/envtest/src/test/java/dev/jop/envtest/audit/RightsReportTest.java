package dev.jop.envtest.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsReportTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {apiGroups: [''], resources: [pods], verbs: [get]}        | get core pods a b      | true
          {apiGroups: [''], resources: [pods], verbs: [list]}       | get core pods a b      | false
          {apiGroups: [''], resources: [pods], verbs: ['*']}        | get core pods a b      | true
          {apiGroups: [apps], resources: [pods], verbs: [get]}      | get core pods a b      | false
          {apiGroups: ['*'], resources: [pods], verbs: [get]}       | get core pods a b      | true
          {apiGroups: [''], resources: ['*'], verbs: [get]}         | get core pods/log a b  | true
          {apiGroups: [''], resources: [pods], verbs: [get]}        | get core pods/log a b  | false
          {apiGroups: [''], resources: [pods/log], verbs: [get]}    | get core pods/log a b  | true
          {apiGroups: [''], resources: ['*/log'], verbs: [get]}     | get core pods/log a b  | true
          {apiGroups: [''], resources: ['*/log'], verbs: [get]}     | get core pods a b      | false
          {apiGroups: [''], resources: [pods], resourceNames: [b], verbs: [get]} | get core pods a b | true
          {apiGroups: [''], resources: [pods], resourceNames: [c], verbs: [get]} | get core pods a b | false
          {nonResourceURLs: [/metrics], verbs: [get]}               | get /metrics           | true
          {nonResourceURLs: [/metrics], verbs: [get]}               | get /metrics/a         | false
          {nonResourceURLs: [/metrics/*], verbs: [get]}             | get /metrics/a         | true
          {nonResourceURLs: ['*'], verbs: [get]}                    | get /metrics/a         | true
          {nonResourceURLs: ['*'], verbs: [post]}                   | get /metrics/a         | false
          """)
  void matchesAsTheApiServerDoes(String rule, String request, boolean permitted)
      throws IOException {
    RightsReport report =
        RightsReport.of(List.of(request(request)), roles("ClusterRole", "", rule));
    assertThat(report.missing().isEmpty()).isEqualTo(permitted);
    assertThat(report.unused().isEmpty()).isEqualTo(permitted);
  }

  @Test
  void holdsARoleInItsNamespaceOnly() throws IOException {
    String rule = "{apiGroups: [''], resources: [pods], verbs: [get]}";
    AuditedRequest request = request("get core pods a b");

    assertThat(RightsReport.of(List.of(request), roles("Role", "a", rule)).missing()).isEmpty();
    assertThat(RightsReport.of(List.of(request), roles("Role", "c", rule)).missing()).hasSize(1);
    assertThat(RightsReport.of(List.of(request), roles("Role", "", rule)).missing()).isEmpty();
    assertThat(
            RightsReport.of(List.of(request), roles("Role", "system", rule).movedTo("a", "system"))
                .missing())
        .isEmpty();
  }

  @Test
  void tellsWhatIsMissingAsAnAnnotationAndWhatIsUnusedWithItsRole() throws IOException {
    Roles roles =
        roles(
            "ClusterRole",
            "",
            "{apiGroups: ['', apps], resources: [pods], verbs: [delete, get, watch]}",
            "{nonResourceURLs: [/metrics], verbs: [get]}",
            "{apiGroups: [apps], resources: [deployments], resourceNames: [a], verbs: [get]}");

    RightsReport report =
        RightsReport.of(
            requests(
                "get core pods a b",
                "list core pods a b",
                "create core pods a b",
                "patch apps deployments/status a b",
                "get /debug"),
            roles);

    assertThat(report)
        .hasToString(
            """
            Rights are missing:
              @Rbac(groups = "apps", resources = "deployments/status", verbs = PATCH)
              @Rbac(groups = "core", resources = "pods", verbs = {CREATE, LIST})
              @Rbac(urls = "/debug", verbs = GET)
            Rights were not used:
              ClusterRole manager-role: /metrics: get
              ClusterRole manager-role: apps deployments [a]: get
              ClusterRole manager-role: apps pods: delete, get, watch
              ClusterRole manager-role: core pods: delete, watch
            """);
    assertThatThrownBy(report::assertFits)
        .isInstanceOf(AssertionError.class)
        .hasMessage("" + report);
    assertThatThrownBy(report::assertNothingMissing).isInstanceOf(AssertionError.class);
  }

  @Test
  void passesWhereTheRolesFit() throws IOException {
    Roles roles = roles("ClusterRole", "", "{apiGroups: [''], resources: [pods], verbs: [get]}");

    assertThatCode(RightsReport.of(requests("get core pods a b"), roles)::assertFits)
        .doesNotThrowAnyException();
    assertThatCode(RightsReport.of(List.of(), roles)::assertNothingMissing)
        .doesNotThrowAnyException();
  }

  @Test
  void doesNotCountWhatEveryUserMayDo() throws IOException {
    assertThat(
            RightsReport.of(
                    requests(
                        "get /apis/apps/v1",
                        "get /api",
                        "get /openapi/v3",
                        "get /readyz",
                        "get /version",
                        "create authorization.k8s.io selfsubjectaccessreviews a b"),
                    roles("ClusterRole", ""))
                .missing())
        .isEmpty();
  }

  @Test
  void letsAListStandBesideAWatch() throws IOException {
    Roles roles =
        roles("ClusterRole", "", "{apiGroups: [''], resources: [pods], verbs: [list, watch]}");

    assertThat(RightsReport.of(requests("watch core pods a b"), roles).unused()).isEmpty();
    assertThat(RightsReport.of(requests("list core pods a b"), roles).unused())
        .containsExactly("ClusterRole manager-role: core pods: watch");
  }

  @Test
  void readsAllRolesOfAFileAndPassesOverOtherKinds() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("role.yaml"),
            """
            kind: ServiceAccount
            metadata: {name: a}
            ---
            kind: Role
            metadata: {name: r, namespace: n}
            rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]
            ---
            kind: ClusterRole
            metadata: {name: c}
            rules: []
            ---
            kind: ClusterRole
            metadata: {name: d}
            rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]
            """);

    assertThat(RightsReport.of(List.of(), Roles.read(file)).unused())
        .containsExactly("ClusterRole d: core pods: get", "Role r in n: core pods: get");
    assertThatThrownBy(() -> Roles.read(folder.resolve("none")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("can't read roles from ");
  }

  private Roles roles(String kind, String namespace, String... rules) throws IOException {
    String where = namespace.isEmpty() ? "" : ", namespace: " + namespace;
    return Roles.read(
        Files.writeString(
            folder.resolve("role.yaml"),
            "{kind: %s, metadata: {name: manager-role%s}, rules: [%s]}"
                .formatted(kind, where, String.join(", ", rules))));
  }

  private static List<AuditedRequest> requests(String... texts) {
    return Arrays.stream(texts).map(RightsReportTest::request).toList();
  }

  /** Of {@code verb group resource namespace name} or {@code verb url}. */
  private static AuditedRequest request(String text) {
    List<String> words = List.of(text.split(" "));
    if (words.size() == 2) {
      return new AuditedRequest("u", "a", words.get(0), "", "", "", "", words.get(1), true);
    }
    String group = words.get(1).equals("core") ? "" : words.get(1);
    return new AuditedRequest(
        "u", "a", words.get(0), group, words.get(2), words.get(3), words.get(4), "", true);
  }
}
