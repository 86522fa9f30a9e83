package dev.jop.envtest;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition as the tree that it was written as, so that the server gets fields which no Java
 * model knows.
 *
 * @param origin where it was read, for messages
 */
record CrdManifest(ObjectNode tree, String origin) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static List<CrdManifest> of(CustomResourceDefinition... definitions) {
    return Stream.of(definitions)
        .map(definition -> new CrdManifest(MAPPER.valueToTree(definition), "an object"))
        .toList();
  }

  String name() {
    return tree.path("metadata").path("name").asString("");
  }

  String group() {
    return tree.path("spec").path("group").asString("");
  }

  String plural() {
    return tree.path("spec").path("names").path("plural").asString("");
  }

  List<String> servedVersions() {
    List<String> served = new ArrayList<>();
    for (JsonNode version : tree.path("spec").path("versions")) {
      if (version.path("served").asBoolean(false)) {
        served.add(version.path("name").asString(""));
      }
    }
    return served;
  }

  /**
   * The same without a conversion that needs a service: a control plane without nodes can call
   * none, and would refuse every object in a version that is not stored. A webhook with a URL
   * stays.
   */
  CrdManifest withoutConversionByService() {
    JsonNode webhook = tree.path("spec").path("conversion").path("webhook");
    if (!webhook.path("clientConfig").has("service")) {
      return this;
    }
    ObjectNode copy = tree.deepCopy();
    copy.withObjectProperty("spec").remove("conversion");
    return new CrdManifest(copy, origin);
  }

  /** The JSON to send, with the resourceVersion of the live object when it replaces one. */
  String json(String resourceVersion) {
    ObjectNode copy = tree.deepCopy();
    copy.remove("status");
    ObjectNode metadata = copy.withObjectProperty("metadata");
    metadata.remove(List.of("resourceVersion", "uid"));
    if (!resourceVersion.isEmpty()) {
      metadata.put("resourceVersion", resourceVersion);
    }
    return copy.toString();
  }

  @Override
  public String toString() {
    return "the definition " + name() + " of " + origin;
  }
}
