package dev.jop.runtime.client;

/**
 * Which objects of a kind a list holds.
 *
 * @param namespace only those of this namespace; empty (the default) for all namespaces
 * @param labelSelector only those that this selector matches, in the syntax of {@code kubectl get
 *     -l}; empty (the default) for all
 * @param fieldSelector only those whose fields are as this says, in the syntax of {@code kubectl
 *     get --field-selector}; empty (the default) for all. A cache takes exact matches of fields
 *     that it has an index for ({@code Cache.indexField})
 * @param limit no more than this many, which ones is not said; 0 (the default) for all
 */
public record ListOptions(String namespace, String labelSelector, String fieldSelector, int limit) {

  private static final ListOptions DEFAULTS = new ListOptions("", "", "", 0);

  /** Checks that the limit is not negative. */
  public ListOptions {
    if (limit < 0) {
      throw new IllegalArgumentException("a limit of 0 (none) or more is needed, got " + limit);
    }
  }

  /** Everything. */
  public static ListOptions defaults() {
    return DEFAULTS;
  }

  /** Everything in a namespace. */
  public static ListOptions inNamespace(String namespace) {
    return DEFAULTS.withNamespace(namespace);
  }

  /** The same in one namespace. */
  public ListOptions withNamespace(String namespace) {
    return new ListOptions(namespace, labelSelector, fieldSelector, limit);
  }

  /** The same for those that a label selector matches. */
  public ListOptions withLabelSelector(String labelSelector) {
    return new ListOptions(namespace, labelSelector, fieldSelector, limit);
  }

  /** The same for those whose fields are as a field selector says. */
  public ListOptions withFieldSelector(String fieldSelector) {
    return new ListOptions(namespace, labelSelector, fieldSelector, limit);
  }

  /** The same, but no more than this many. */
  public ListOptions withLimit(int limit) {
    return new ListOptions(namespace, labelSelector, fieldSelector, limit);
  }
}
