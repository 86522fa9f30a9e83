package dev.jop.runtime.cache;

import dev.jop.runtime.client.Selector;

/**
 * Which objects a cache holds of a kind in a namespace, and how.
 *
 * @param labelSelector only objects that it selects, in the syntax of {@code kubectl get -l}; empty
 *     (the default) for all. The API server does the selecting
 * @param fieldSelector the same in the syntax of {@code kubectl get --field-selector}
 * @param transform what is done to objects before they are stored; nothing by default
 * @param managedFields whether to keep {@code metadata.managedFields}, which is most of many
 *     objects and of use to few; false by default
 * @param sharedReads whether reads may give the same instance to several callers, who then must not
 *     change it; false by default: each read decodes an object of the caller's own
 */
public record CacheConfig(
    String labelSelector,
    String fieldSelector,
    Transform transform,
    boolean managedFields,
    boolean sharedReads) {

  private static final CacheConfig DEFAULTS =
      new CacheConfig("", "", Transform.none(), false, false);

  /** Checks the label selector. */
  public CacheConfig {
    Selector.parse(labelSelector);
  }

  /** All objects, without managed fields, decoded anew for each reader. */
  public static CacheConfig defaults() {
    return DEFAULTS;
  }

  /** The same for objects of these labels alone. */
  public CacheConfig withLabelSelector(String labelSelector) {
    return new CacheConfig(labelSelector, fieldSelector, transform, managedFields, sharedReads);
  }

  /** The same for objects of these fields alone. */
  public CacheConfig withFieldSelector(String fieldSelector) {
    return new CacheConfig(labelSelector, fieldSelector, transform, managedFields, sharedReads);
  }

  /** The same with another transform, in place of the one before. */
  public CacheConfig withTransform(Transform transform) {
    return new CacheConfig(labelSelector, fieldSelector, transform, managedFields, sharedReads);
  }

  /** The same with managed fields, or without. */
  public CacheConfig withManagedFields(boolean managedFields) {
    return new CacheConfig(labelSelector, fieldSelector, transform, managedFields, sharedReads);
  }

  /** The same with shared reads, or without. */
  public CacheConfig withSharedReads(boolean sharedReads) {
    return new CacheConfig(labelSelector, fieldSelector, transform, managedFields, sharedReads);
  }

  /** Whether what is stored is all that the API server has, managed fields aside. */
  boolean keepsAll() {
    return transform.equals(Transform.none());
  }
}
