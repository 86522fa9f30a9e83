package dev.jop.runtime.reconcile;

import dev.jop.runtime.meta.ObjectKey;

/**
 * Asks a reconciler to look at one object.
 *
 * @param key namespace and name of the object, which is of the controller's kind
 * @param cluster the name of the cluster that the object is in; empty for the manager's own
 */
public record Request(ObjectKey key, String cluster) {

  /** Asks to look at an object of the manager's own cluster. */
  public static Request of(ObjectKey key) {
    return new Request(key, "");
  }

  /**
   * Asks to look at an object of the manager's own cluster.
   *
   * @param namespace the namespace, empty for a cluster-scoped object
   */
  public static Request of(String namespace, String name) {
    return of(ObjectKey.of(namespace, name));
  }

  /** Asks to look at a cluster-scoped object of the manager's own cluster. */
  public static Request of(String name) {
    return of(ObjectKey.of(name));
  }

  /** The request for the object of the same key in another cluster. */
  public Request withCluster(String cluster) {
    return new Request(key, cluster);
  }

  @Override
  public String toString() {
    return cluster.isEmpty() ? key.toString() : cluster + ":" + key;
  }
}
