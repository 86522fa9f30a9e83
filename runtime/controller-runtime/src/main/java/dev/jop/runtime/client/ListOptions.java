package dev.jop.runtime.client;

/**
 * Which objects of a kind a list holds.
 *
 * @param namespace only those of this namespace; empty (the default) for all namespaces
 * @param labelSelector only those that this selector matches, in the syntax of {@code kubectl get
 *     -l}; empty (the default) for all
 */
public record ListOptions(String namespace, String labelSelector) {

  private static final ListOptions DEFAULTS = new ListOptions("", "");

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
    return new ListOptions(namespace, labelSelector);
  }

  /** The same for those that a label selector matches. */
  public ListOptions withLabelSelector(String labelSelector) {
    return new ListOptions(namespace, labelSelector);
  }
}
