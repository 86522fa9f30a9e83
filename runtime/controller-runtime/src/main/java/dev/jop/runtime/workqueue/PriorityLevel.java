package dev.jop.runtime.workqueue;

import org.jspecify.annotations.Nullable;

/** The ready entries of one priority, in the order of their sequence. */
final class PriorityLevel<T> {

  final int priority;
  private @Nullable QueueEntry<T> first;
  private @Nullable QueueEntry<T> last;

  PriorityLevel(int priority) {
    this.priority = priority;
  }

  @Nullable QueueEntry<T> first() {
    return first;
  }

  boolean isEmpty() {
    return first == null;
  }

  /** Adds the entry with the highest sequence of all. */
  void append(QueueEntry<T> entry) {
    link(last, entry, null);
  }

  /** Adds an entry with one of the lowest sequences: few are before it. */
  void insert(QueueEntry<T> entry) {
    QueueEntry<T> before = null;
    QueueEntry<T> after = first;
    while (after != null && after.sequence < entry.sequence) {
      before = after;
      after = after.next;
    }
    link(before, entry, after);
  }

  private void link(
      @Nullable QueueEntry<T> before, QueueEntry<T> entry, @Nullable QueueEntry<T> after) {
    entry.level = this;
    entry.previous = before;
    entry.next = after;
    if (before == null) {
      first = entry;
    } else {
      before.next = entry;
    }
    if (after == null) {
      last = entry;
    } else {
      after.previous = entry;
    }
  }

  void remove(QueueEntry<T> entry) {
    QueueEntry<T> before = entry.previous;
    QueueEntry<T> after = entry.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    entry.level = null;
    entry.previous = null;
    entry.next = null;
  }
}
