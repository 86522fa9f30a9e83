package dev.jop.markers.webhook;

/** Where the objects live that a webhook is asked about. */
public enum ResourceScope {
  /** Anywhere; written as {@code *}. */
  ANY,
  /** In no namespace; namespaces themselves are among these. */
  CLUSTER,
  /** In a namespace. */
  NAMESPACED
}
