package dev.jop.runtime.cache;

import dev.jop.runtime.internal.text.Printable;
import dev.jop.runtime.scheme.ResourceType;

/**
 * A namespace was read that a cache does not hold. That says nothing of whether the object is there
 * (K10).
 */
public final class UnknownNamespaceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownNamespaceException(ResourceType<?> type, String namespace) {
    super(
        "cannot read "
            + type.plural()
            + " in namespace "
            + Printable.of(namespace)
            + ": it is none of the cache's; add it to the cache's namespaces, or read it live");
  }
}
