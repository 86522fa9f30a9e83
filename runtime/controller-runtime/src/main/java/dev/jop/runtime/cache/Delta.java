package dev.jop.runtime.cache;

import org.jspecify.annotations.Nullable;

/**
 * A change of an object, on its way to those who want to know.
 *
 * @param type what happened
 * @param old the state before, of an update; else null
 * @param object the object: as it is, or for a deletion its last known state
 * @param <V> how objects are represented
 */
public record Delta<V>(Type type, @Nullable V old, V object) {

  /** What happened to an object. */
  public enum Type {
    /** It was there already when the queue was filled first. */
    REPLACED,
    /** It came. */
    ADDED,
    /** It changed. */
    UPDATED,
    /** Nothing happened: it is handed out again because that was asked for. */
    SYNC,
    /** It went. */
    DELETED,
    /** It went unseen: the state is the last that was known. */
    DELETED_FINAL_STATE_UNKNOWN;

    /** Whether the object is gone. */
    public boolean isDeletion() {
      return this == DELETED || this == DELETED_FINAL_STATE_UNKNOWN;
    }
  }
}
