package dev.jop.runtime.cache;

import dev.jop.runtime.meta.GroupVersionKind;

/** A kind was read that no informer follows, from a cache that starts none for readers (K2). */
public final class ResourceNotCachedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ResourceNotCachedException(GroupVersionKind kind) {
    super(
        kind
            + " is not cached: watch it, ask for its informer before it is read, or let the cache's"
            + " options start informers for readers");
  }
}
