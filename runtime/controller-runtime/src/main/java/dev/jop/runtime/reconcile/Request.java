package dev.jop.runtime.reconcile;

import dev.jop.runtime.meta.ObjectKey;

/**
 * Asks a reconciler to look at an object.
 *
 * @param key which object of the controller's kind
 */
public record Request(ObjectKey key) {

  @Override
  public String toString() {
    return key.toString();
  }
}
