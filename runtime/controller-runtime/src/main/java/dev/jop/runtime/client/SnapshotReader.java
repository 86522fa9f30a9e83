package dev.jop.runtime.client;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import java.util.Optional;

/** Gives the bytes of an object as they are, with the fields that its Java type does not know. */
@FunctionalInterface
public interface SnapshotReader {

  /**
   * The bytes of an object in one exact state.
   *
   * @param resourceVersion the state that is wanted
   * @return the JSON, or nothing if that state is not at hand
   */
  Optional<byte[]> snapshot(ResourceType<?> type, ObjectKey key, String resourceVersion);
}
