package dev.jop.runtime.cache;

import dev.jop.runtime.event.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Is told what happens to the objects of an informer.
 *
 * @param <T> the kind's type
 */
@FunctionalInterface
public interface ResourceEventHandler<T extends HasMetadata> {

  /**
   * Something happened to an object: a creation, an update or a deletion.
   *
   * <p>Called by one thread at a time, in the order in which it happened to that object. What it
   * throws is logged, and the next event follows.
   */
  void handle(Event<T> event);
}
