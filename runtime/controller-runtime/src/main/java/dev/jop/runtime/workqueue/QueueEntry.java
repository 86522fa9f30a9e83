package dev.jop.runtime.workqueue;

import org.jspecify.annotations.Nullable;

/**
 * An item's place in a queue: at most one for all equal items. Its queue's lock guards it.
 *
 * @param <T> the item
 */
final class QueueEntry<T> {

  /** What is to become of the item. */
  enum Pending {
    /** Nothing: it is only being worked on. */
    NONE,
    /** It will be handed out when its time has come. */
    DELAYED,
    /** It is handed out next, or once more when the work on it has ended. */
    READY
  }

  final T item;
  Pending pending = Pending.NONE;
  boolean processing;

  /** When a delayed entry becomes ready, and where it stands among the delayed. */
  long readyAt;

  int heapIndex;

  /** The next one that is ready and not being worked on. */
  @Nullable QueueEntry<T> next;

  QueueEntry(T item) {
    this.item = item;
  }
}
