package dev.jop.runtime.event;

import dev.jop.runtime.meta.ObjectView;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * An object appeared.
 *
 * @param object the object
 * @param isInInitialList whether it was there already when the handler began to listen
 * @param <T> the object's type
 */
public record CreateEvent<T extends HasMetadata>(ObjectView<T> object, boolean isInInitialList)
    implements Event<T> {}
