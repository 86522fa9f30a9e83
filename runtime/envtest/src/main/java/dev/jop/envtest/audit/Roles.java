package dev.jop.envtest.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the roles in manifests grant, as if one user were bound to all of them. */
public final class Roles {
  private static final YAMLMapper MAPPER = new YAMLMapper();

  private final List<Grant> grants;

  private Roles(List<Grant> grants) {
    this.grants = List.copyOf(grants);
  }

  /**
   * Reads all ClusterRoles and Roles in YAML files, such as {@code config/rbac/role.yaml}; other
   * kinds in them are passed over. A Role without a namespace holds in all of them, since it is not
   * known where it will be put.
   *
   * @throws IllegalArgumentException when a file isn't there or is no YAML
   */
  public static Roles read(Path... files) {
    List<Grant> grants = new ArrayList<>();
    for (Path file : files) {
      try (MappingIterator<JsonNode> documents =
          MAPPER.readerFor(JsonNode.class).readValues(file)) {
        documents.forEachRemaining(document -> grants.addAll(grants(document)));
      } catch (JacksonException e) {
        throw new IllegalArgumentException(
            "can't read roles from " + file + ": " + e.getOriginalMessage(), e);
      }
    }
    return new Roles(grants);
  }

  /**
   * Moves the roles of one namespace to another, as kustomize does when a project is deployed: from
   * {@code system} to where the operator works in a test.
   */
  public Roles movedTo(String namespace, String from) {
    return new Roles(
        grants.stream()
            .map(grant -> grant.namespace().equals(from) ? grant.inNamespace(namespace) : grant)
            .toList());
  }

  List<Grant> grants() {
    return grants;
  }

  private static List<Grant> grants(JsonNode document) {
    String kind = document.path("kind").asString("");
    boolean isRole = kind.equals("Role");
    if (!isRole && !kind.equals("ClusterRole")) {
      return List.of();
    }
    JsonNode metadata = document.path("metadata");
    List<Grant> grants = new ArrayList<>();
    for (JsonNode rule : document.path("rules")) {
      grants.add(
          new Grant(
              kind + " " + metadata.path("name").asString(""),
              isRole ? metadata.path("namespace").asString("") : "",
              texts(rule, "apiGroups"),
              texts(rule, "resources"),
              texts(rule, "resourceNames"),
              texts(rule, "nonResourceURLs"),
              texts(rule, "verbs")));
    }
    return grants;
  }

  private static List<String> texts(JsonNode rule, String field) {
    return StreamSupport.stream(rule.path(field).spliterator(), false)
        .map(JsonNode::asString)
        .toList();
  }
}
