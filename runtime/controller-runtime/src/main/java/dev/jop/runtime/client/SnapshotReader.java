package dev.jop.runtime.client;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import java.util.Optional;

/** Gives the bytes that objects were read from, with the fields that their Java type ignores. */
@FunctionalInterface
public interface SnapshotReader {

  /**
   * The bytes of an object in one exact state.
   *
   * @param resourceVersion the state that is wanted
   * @return nothing if that state is not at hand
   */
  Optional<Snapshot> snapshot(ResourceType<?> type, ObjectKey key, String resourceVersion);

  /**
   * An object in one state.
   *
   * @param json its JSON, which nobody may change
   * @param whole whether that is all that the API server has; a cache may have left out a part
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares snapshots
  record Snapshot(byte[] json, boolean whole) {}
}
