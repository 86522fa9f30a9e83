package dev.jop.runtime.workqueue;

import org.jspecify.annotations.Nullable;

/**
 * An item's place in a queue: at most one for all equal items. Its queue's lock guards it.
 *
 * <p>It is linked into the lists that it belongs to by its own fields, so that a queue allocates
 * nothing more for an item however deep it is.
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
  int priority;

  /** The priority that its worker was told. */
  int takenPriority;

  /** When a delayed entry becomes ready, or a ready one became it. */
  long readyAt;

  /** Where it stands among the delayed. */
  int heapIndex;

  /** Tells who came first into the order that it stands in. */
  long sequence;

  /**
   * Since when it could be handed out, or its worker has it; and who is next to it in that list.
   */
  long since;

  @Nullable QueueEntry<T> older;
  @Nullable QueueEntry<T> newer;

  /** The ready ones of the same priority that it stands among, and those next to it. */
  @Nullable PriorityLevel<T> level;

  @Nullable QueueEntry<T> previous;
  @Nullable QueueEntry<T> next;

  QueueEntry(T item) {
    this.item = item;
  }
}
