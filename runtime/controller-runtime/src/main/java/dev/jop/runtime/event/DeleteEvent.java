package dev.jop.runtime.event;

import dev.jop.runtime.meta.ObjectView;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * An object is gone.
 *
 * @param object its last known state
 * @param isFinalStateUnknown whether the deletion itself was missed, so that the state may be stale
 * @param <T> the object's type
 */
public record DeleteEvent<T extends HasMetadata>(ObjectView<T> object, boolean isFinalStateUnknown)
    implements Event<T> {}
