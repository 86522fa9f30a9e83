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

  private static final int PAGE = 500;

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

  /** Gets a page of the list; {@code next} is what the page before says, empty for the first. */
  byte[] list(String next) {
    return rest.list(
        type,
        path() + "&limit=" + PAGE + (next.isEmpty() ? "" : "&continue=" + next),
        "list " + type.plural());
  }

  /** Opens a watch from a version on. */
  ResponseStream watch(String version, long seconds) {
    return watch("&resourceVersion=" + version + "&timeoutSeconds=" + seconds);
  }

  /** Opens a watch that begins with everything there is. */
  ResponseStream watchFromStart(long seconds) {
    return watch(
        "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&timeoutSeconds=" + seconds);
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
