package dev.jop.runtime.cache;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Follows the objects of one kind and tells handlers what happens to them.
 *
 * @param <T> the kind's type
 */
public interface Informer<T extends HasMetadata> {

  /**
   * Adds a handler, before or after the informer started. It is first told of everything that is
   * there, as creations in the initial list, then of every change, in order, by one thread of its
   * own: a slow handler delays no other (I26, I27, I35).
   *
   * @return the registration, to ask whether the handler has seen the initial list and to remove it
   */
  Registration addHandler(ResourceEventHandler<T> handler);

  /** Whether the informer has listed everything at least once. */
  boolean hasSynced();

  /** A handler's place at an informer. */
  interface Registration extends AutoCloseable {

    /** Whether this handler has been told of the whole initial list and is done with it (I27). */
    boolean hasSynced();

    /** Ends the telling. May be called twice (I28). */
    @Override
    void close();
  }
}
