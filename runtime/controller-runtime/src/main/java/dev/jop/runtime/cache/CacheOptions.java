package dev.jop.runtime.cache;

import java.time.Duration;

/**
 * What a cache holds and how long it waits.
 *
 * @param namespace hold only objects of this namespace; empty (the default) for all. Cluster-scoped
 *     kinds are held whole
 * @param syncTimeout how long a read waits for a kind that is not synced yet, 2 minutes by default
 */
public record CacheOptions(String namespace, Duration syncTimeout) {

  private static final CacheOptions DEFAULTS = new CacheOptions("", Duration.ofMinutes(2));

  /** All namespaces, two minutes. */
  public static CacheOptions defaults() {
    return DEFAULTS;
  }

  /** The same for one namespace. */
  public CacheOptions withNamespace(String namespace) {
    return new CacheOptions(namespace, syncTimeout);
  }

  /** The same with another time-out. */
  public CacheOptions withSyncTimeout(Duration syncTimeout) {
    return new CacheOptions(namespace, syncTimeout);
  }
}
