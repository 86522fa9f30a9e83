package dev.jop.runtime.client;

import dev.jop.runtime.internal.text.Printable;
import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.scheme.ApiPath;
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
    String doing = "find the kinds of " + Printable.of(version);
    ApiPath path =
        InvalidNameException.unlessValid(
            doing,
            () ->
                kind.group().isEmpty()
                    ? ApiPath.of("api", kind.version())
                    : ApiPath.of("apis", kind.group(), kind.version()));
    Map<String, ResourceType<GenericKubernetesResource>> kinds;
    try {
      kinds = kinds(kind, rest.get(path, doing), doing);
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
      GroupVersionKind wanted, byte[] answer, String doing) {
    JsonNode list = UnexpectedAnswerException.unlessJson(doing, answer);
    if (!list.path("kind").asString("").equals("APIResourceList")
        || !list.path("groupVersion").asString("").equals(wanted.apiVersion())) {
      throw new UnexpectedAnswerException(doing, "is not their list", null);
    }
    Map<String, ResourceType<GenericKubernetesResource>> kinds = new HashMap<>();
    for (JsonNode resource : list.path("resources")) {
      String plural = resource.path("name").asString("");
      String name = resource.path("kind").asString("");
      if (!plural.contains("/")) { // else it is a subresource
        try {
          kinds.put(name, type(wanted, name, plural, resource.path("namespaced").asBoolean(false)));
        } catch (IllegalArgumentException e) { // a kind that cannot be asked for hides no other
          if (name.equals(wanted.kind())) {
            throw new UnexpectedAnswerException(
                doing, "gives " + wanted + " an " + e.getMessage(), e);
          }
        }
      }
    }
    return Map.copyOf(kinds);
  }

  private static ResourceType<GenericKubernetesResource> type(
      GroupVersionKind sibling, String kind, String plural, boolean namespaced) {
    return ResourceType.generic(
        new GroupVersionKind(sibling.group(), sibling.version(), kind), plural, namespaced);
  }

  private static NotFoundException noSuchKind(GroupVersionKind kind) {
    return new NotFoundException(
        "the API server has no kind "
            + Printable.of(kind.toString())
            + ": install its CRD, or correct the name",
        404,
        "");
  }
}
