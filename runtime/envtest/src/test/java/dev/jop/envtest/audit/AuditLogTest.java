package dev.jop.envtest.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private static final String POD =
      "{'auditID': '%s', 'stage': '%s', 'verb': '%s', 'requestURI': '/api/v1/namespaces/a/pods/b?x=y',"
          + " 'user': {'username': 'jane'}, 'userAgent': 'operator/1',"
          + " 'objectRef': {'resource': 'pods', 'namespace': 'a', 'name': 'b', 'apiVersion': 'v1'},"
          + " 'annotations': {'authorization.k8s.io/decision': '%s'}, 'responseStatus': %s}";

  @TempDir private Path folder;

  @Test
  void hasEachRequestOnceWhateverItsStages() throws IOException {
    assertThat(
            requests(
                POD.formatted("1", "ResponseStarted", "watch", "allow", "{}"),
                POD.formatted("1", "ResponseComplete", "watch", "allow", "{}"),
                POD.formatted("2", "ResponseComplete", "get", "forbid", "{'code': 403}")))
        .containsExactly(
            new AuditedRequest("jane", "operator/1", "watch", "", "pods", "a", "b", "", true),
            new AuditedRequest("jane", "operator/1", "get", "", "pods", "a", "b", "", false));
  }

  @Test
  void knowsSubresourcesAndUrls() throws IOException {
    String status =
        "{'auditID': '1', 'verb': 'patch', 'objectRef': {'apiGroup': 'x.example.com', 'resource': 'things', 'subresource': 'status'}}";
    String url = "{'auditID': '2', 'verb': 'get', 'requestURI': '/metrics?a=b'}";

    assertThat(requests(status, url))
        .containsExactly(
            new AuditedRequest(
                "", "", "patch", "x.example.com", "things/status", "", "", "", false),
            new AuditedRequest("", "", "get", "", "", "", "", "/metrics", false));
  }

  @Test
  void countsTheRightToCreateWhereAnApplyMadeTheObject() throws IOException {
    assertThat(requests(POD.formatted("1", "ResponseComplete", "patch", "allow", "{'code': 201}")))
        .extracting(AuditedRequest::verb)
        .containsExactly("patch", "create");
    assertThat(requests(POD.formatted("1", "ResponseComplete", "patch", "allow", "{'code': 200}")))
        .extracting(AuditedRequest::verb)
        .containsExactly("patch");
  }

  @Test
  void countsTheRightThatARefusalIsAbout() throws IOException {
    String message =
        "pods is forbidden: User \\\"jane\\\" cannot create resource \\\"pods\\\" in API group \\\"\\\" in the namespace \\\"a\\\"";

    assertThat(
            requests(
                POD.formatted(
                    "1",
                    "ResponseComplete",
                    "patch",
                    "allow",
                    "{'code': 403, 'message': '" + message + "'}")))
        .extracting(AuditedRequest::verb, AuditedRequest::namespace, AuditedRequest::allowed)
        .containsExactly(tuple("patch", "a", true), tuple("create", "a", false));
  }

  @Test
  void passesOverALineThatIsNotWholeYet() throws IOException {
    assertThat(
            requests(
                POD.formatted("1", "ResponseComplete", "get", "allow", "{}"),
                "{'auditID': '2', 've"))
        .hasSize(1);
  }

  @Test
  void tellsUsersApart() throws IOException {
    Path file = write(POD.formatted("1", "ResponseComplete", "get", "allow", "{}"));
    assertThat(new AuditLog(file).requestsOf("jane")).hasSize(1);
    assertThat(new AuditLog(file).requestsOf("joe")).isEmpty();
  }

  private List<AuditedRequest> requests(String... lines) throws IOException {
    return new AuditLog(write(lines)).requests();
  }

  private Path write(String... lines) throws IOException {
    return Files.writeString(
        folder.resolve("audit.log"), String.join("\n", lines).replace('\'', '"'));
  }
}
