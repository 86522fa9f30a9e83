package dev.jop.runtime.event;

import dev.jop.runtime.meta.ObjectView;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Something outside the API server wants an object looked at.
 *
 * @param object the object that it concerns
 * @param <T> the object's type
 */
public record GenericEvent<T extends HasMetadata>(ObjectView<T> object) implements Event<T> {}
