package dev.jop.runtime.cache;

import dev.jop.runtime.client.ResponseStream;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.internal.json.Expected;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.ResourceType;
import java.time.Duration;

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

  /**
   * Checks the namespace and the selectors.
   *
   * @throws IllegalArgumentException if one of them cannot be part of a path
   */
  public ListWatch {
    ApiPath unused = path(type, namespace, labelSelector, fieldSelector);
  }

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

  /** What the objects that it gives are compared with. */
  Expected expected() {
    return new Expected(
        type.kind().apiVersion(),
        type.kind().kind(),
        type.isMetadata(),
        type.namespaced() ? namespace : "");
  }

  /**
   * Opens a list or a page of it.
   *
   * @param version what it must be at least as new as, {@code 0} for anything, empty for the newest
   * @param limit how many objects are wanted at most, 0 for all
   * @param next the token that the page before gives, empty for the first
   */
  ResponseStream list(String version, int limit, String next) {
    ApiPath path =
        path()
            .with("resourceVersion", version)
            .with("limit", limit == 0 ? "" : Integer.toString(limit))
            .with("continue", next);
    return rest.streamList(type, path, "list " + type.plural());
  }

  /**
   * Opens a watch from a version on.
   *
   * @param seconds after how long the server is to end it
   * @param overtime after how much more time it is ended here
   */
  ResponseStream watch(String version, long seconds, Duration overtime) {
    return watch(path().with("resourceVersion", version), seconds, overtime);
  }

  /**
   * Opens a watch that begins with everything there is.
   *
   * @param version what that must be at least as new as, empty for the newest
   * @param seconds after how long the server is to end it
   * @param overtime after how much more time it is ended here
   */
  ResponseStream watchFromStart(String version, long seconds, Duration overtime) {
    ApiPath path =
        path()
            .with("sendInitialEvents", "true")
            .with("resourceVersionMatch", "NotOlderThan")
            .with("resourceVersion", version);
    return watch(path, seconds, overtime);
  }

  private ResponseStream watch(ApiPath from, long seconds, Duration overtime) {
    ApiPath path =
        from.with("watch", "true")
            .with("allowWatchBookmarks", "true")
            .with("timeoutSeconds", Long.toString(seconds));
    Duration longest = Duration.ofSeconds(seconds).plus(overtime);
    return rest.stream(type, path, longest, "watch " + type.plural());
  }

  private ApiPath path() {
    return path(type, namespace, labelSelector, fieldSelector);
  }

  private static ApiPath path(
      ResourceType<?> type, String namespace, String labelSelector, String fieldSelector) {
    return type.path(namespace)
        .with("labelSelector", labelSelector)
        .with("fieldSelector", fieldSelector);
  }
}
