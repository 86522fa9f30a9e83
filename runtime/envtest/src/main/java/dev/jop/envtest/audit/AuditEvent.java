package dev.jop.envtest.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One entry of an audit log.
 *
 * @param tree the entry
 */
record AuditEvent(JsonNode tree) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int CREATED = 201;
  private static final int FORBIDDEN = 403;
  private static final Pattern REFUSAL =
      Pattern.compile(
          "cannot (\\S+) resource \"([^\"]+)\" in API group \"([^\"]*)\""
              + "(?: in the namespace \"([^\"]*)\")?");

  /** Reads a line; one that is not whole becomes an entry without an id. */
  static AuditEvent parse(String line) {
    try {
      return new AuditEvent(MAPPER.readTree(line));
    } catch (JacksonException incomplete) {
      return new AuditEvent(MAPPER.createObjectNode());
    }
  }

  /** What all entries of one request have in common. */
  String id() {
    return text(tree, "auditID");
  }

  /** What was asked for, and what the server checked beside. */
  List<AuditedRequest> requests() {
    AuditedRequest asked = asked();
    List<AuditedRequest> requests = new ArrayList<>(List.of(asked));
    JsonNode status = tree.path("responseStatus");
    int code = status.path("code").asInt(0);
    boolean writes = asked.verb().equals("patch") || asked.verb().equals("update");
    if (writes && code == CREATED && asked.resource().indexOf('/') < 0) {
      requests.add(request("create", asked.group(), asked.resource(), asked.namespace(), "", true));
    }
    Matcher refusal = REFUSAL.matcher(text(status, "message"));
    if (asked.allowed() && code == FORBIDDEN && refusal.find()) {
      String namespace = refusal.group(4) == null ? "" : refusal.group(4);
      requests.add(
          request(refusal.group(1), refusal.group(3), refusal.group(2), namespace, "", false));
    }
    return requests;
  }

  private AuditedRequest asked() {
    JsonNode object = tree.path("objectRef");
    String resource = text(object, "resource");
    String part = text(object, "subresource");
    boolean allowed =
        text(tree.path("annotations"), "authorization.k8s.io/decision").equals("allow");
    AuditedRequest request =
        request(
            text(tree, "verb"),
            text(object, "apiGroup"),
            part.isEmpty() ? resource : resource + "/" + part,
            text(object, "namespace"),
            text(object, "name"),
            allowed);
    return resource.isEmpty()
        ? request.about(text(tree, "requestURI").replaceFirst("[?].*", ""))
        : request;
  }

  private AuditedRequest request(
      String verb, String group, String resource, String namespace, String name, boolean allowed) {
    String user = text(tree.path("user"), "username");
    String program = text(tree, "userAgent");
    return new AuditedRequest(user, program, verb, group, resource, namespace, name, "", allowed);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
