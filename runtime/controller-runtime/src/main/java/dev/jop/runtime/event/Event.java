package dev.jop.runtime.event;

import dev.jop.runtime.meta.ObjectView;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Something that happened to an object.
 *
 * @param <T> the object's type
 */
public sealed interface Event<T extends HasMetadata>
    permits CreateEvent, UpdateEvent, DeleteEvent, GenericEvent {

  /** The object as the event left it; for a deletion its last known state. */
  ObjectView<T> object();
}
