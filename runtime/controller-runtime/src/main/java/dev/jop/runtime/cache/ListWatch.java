package dev.jop.runtime.cache;

import dev.jop.runtime.client.ResponseStream;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ResourceType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a reflector lists and watches: the objects of a kind, in one namespace or all, that
 * selectors let through. The API server does the selecting.
 *
 * @param rest the wire
 * @param type the kind
 * @param namespace the namespace, empty for all; passed over for a cluster-scoped kind
 * @param labelSelector in the syntax of {@code kubectl get -l}, empty for all
 * @param fieldSelector in the syntax of {@code kubectl get --field-selector}, empty for all
 */
public record ListWatch(
    RestClient rest,
    ResourceType<?> type,
    String namespace,
    String labelSelector,
    String fieldSelector) {

  /** All objects of a kind. */
  public static ListWatch of(RestClient rest, ResourceType<?> type) {
    return new ListWatch(rest, type, "", "", "");
  }

  /** The same in one namespace. */
  public ListWatch withNamespace(String namespace) {
    return new ListWatch(rest, type, namespace, labelSelector, fieldSelector);
  }

  /** The same for those that a label selector lets through. */
  public ListWatch withLabelSelector(String labelSelector) {
    return new ListWatch(rest, type, namespace, labelSelector, fieldSelector);
  }

  /** The same for those that a field selector lets through. */
  public ListWatch withFieldSelector(String fieldSelector) {
    return new ListWatch(rest, type, namespace, labelSelector, fieldSelector);
  }

  /**
   * Checks that this gives objects of a type.
   *
   * @throws IllegalArgumentException if they are of another kind, or not whole
   */
  void refuseToGive(ResourceType<?> wanted) {
    if (!type.kind().equals(wanted.kind()) || (type.isMetadata() && !wanted.isMetadata())) {
      throw new IllegalArgumentException(
          "a list and watch of "
              + type
              + (type.isMetadata() ? "'s metadata" : "")
              + " gives no objects of "
              + wanted);
    }
  }

  /**
   * Opens a list or a page of it.
   *
   * @param version what it must be at least as new as, {@code 0} for anything, empty for the newest
   * @param limit how many objects are wanted at most, 0 for all
   * @param next what the page before says, empty for the first
   */
  ResponseStream list(String version, int limit, String next) {
    return rest.streamList(
        type,
        path()
            + (version.isEmpty() ? "" : "&resourceVersion=" + version)
            + (limit == 0 ? "" : "&limit=" + limit)
            + (next.isEmpty() ? "" : "&continue=" + next),
        "list " + type.plural());
  }

  /** Opens a watch from a version on. */
  ResponseStream watch(String version, long seconds) {
    return watch("&resourceVersion=" + version + "&timeoutSeconds=" + seconds);
  }

  /**
   * Opens a watch that begins with everything there is.
   *
   * @param version what that must be at least as new as, empty for the newest
   */
  ResponseStream watchFromStart(String version, long seconds) {
    return watch(
        "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan"
            + (version.isEmpty() ? "" : "&resourceVersion=" + version)
            + "&timeoutSeconds="
            + seconds);
  }

  private ResponseStream watch(String query) {
    return rest.stream(
        type, path() + "&watch=true&allowWatchBookmarks=true" + query, "watch " + type.plural());
  }

  private String path() {
    return type.path(type.namespaced() ? namespace : "")
        + "?labelSelector="
        + URLEncoder.encode(labelSelector, StandardCharsets.UTF_8)
        + "&fieldSelector="
        + URLEncoder.encode(fieldSelector, StandardCharsets.UTF_8);
  }
}
