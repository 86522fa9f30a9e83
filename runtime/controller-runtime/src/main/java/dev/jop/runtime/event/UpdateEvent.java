package dev.jop.runtime.event;

import dev.jop.runtime.meta.ObjectView;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * An object changed, or was looked at again by a resync (then both states are the same).
 *
 * @param oldObject the state before; its uid differs if the object was deleted and made anew unseen
 * @param object the state now
 * @param <T> the object's type
 */
public record UpdateEvent<T extends HasMetadata>(ObjectView<T> oldObject, ObjectView<T> object)
    implements Event<T> {}
