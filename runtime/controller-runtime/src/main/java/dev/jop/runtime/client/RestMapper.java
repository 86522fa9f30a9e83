package dev.jop.runtime.client;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Asks the API server how a kind is addressed for which there is no Java type.
 *
 * <p>It asks lazily, once for each group and version that is wanted, and again when a kind is
 * looked for that was not there (CL20). Safe for use by many threads.
 */
public final class RestMapper {

  private final RestClient rest;
  private final Map<String, Map<String, ResourceType<GenericKubernetesResource>>> known =
      new ConcurrentHashMap<>();

  /**
   * A mapper that knows nothing yet.
   *
   * @param rest the wire, which stays the caller's to close
   */
  public RestMapper(RestClient rest) {
    this.rest = rest;
  }

  /**
   * The kind with its name in paths and its scope.
   *
   * @throws NotFoundException if the server has no such kind
   * @throws ApiException if the server refused or could not be reached
   */
  public ResourceType<GenericKubernetesResource> find(GroupVersionKind kind) {
    ResourceType<GenericKubernetesResource> found =
        known.getOrDefault(kind.apiVersion(), Map.of()).get(kind.kind());
    return found == null ? discover(kind) : found;
  }

  private ResourceType<GenericKubernetesResource> discover(GroupVersionKind kind) {
    String version = kind.apiVersion();
    String path = (kind.group().isEmpty() ? "/api/" : "/apis/") + version;
    Map<String, ResourceType<GenericKubernetesResource>> kinds;
    try {
      kinds = kinds(kind, rest.get(path, "find the kinds of " + version));
    } catch (NotFoundException e) {
      known.remove(version);
      throw noSuchKind(kind);
    }
    known.put(version, kinds);
    ResourceType<GenericKubernetesResource> found = kinds.get(kind.kind());
    if (found == null) {
      throw noSuchKind(kind);
    }
    return found;
  }

  private static Map<String, ResourceType<GenericKubernetesResource>> kinds(
      GroupVersionKind sibling, byte[] answer) {
    Map<String, ResourceType<GenericKubernetesResource>> kinds = new HashMap<>();
    for (JsonNode resource : Codec.shared().tree(answer).path("resources")) {
      String plural = resource.path("name").asString("");
      if (!plural.contains("/")) { // else it is a subresource
        String name = resource.path("kind").asString("");
        kinds.put(
            name,
            ResourceType.generic(
                new GroupVersionKind(sibling.group(), sibling.version(), name),
                plural,
                resource.path("namespaced").asBoolean(false)));
      }
    }
    return Map.copyOf(kinds);
  }

  private static NotFoundException noSuchKind(GroupVersionKind kind) {
    return new NotFoundException(
        "the API server has no kind " + kind + ": install its CRD, or correct the name", 404, "");
  }
}
