package dev.jop.runtime.workqueue;

import org.jspecify.annotations.Nullable;

/** Entries that can be handed out, first in first out, linked through the entries themselves. */
final class ReadyList<T> {

  private @Nullable QueueEntry<T> first;
  private @Nullable QueueEntry<T> last;
  private int size;

  void add(QueueEntry<T> entry) {
    if (last == null) {
      first = entry;
    } else {
      last.next = entry;
    }
    last = entry;
    size++;
  }

  /** Takes the first entry, or null if there is none. */
  @Nullable QueueEntry<T> poll() {
    QueueEntry<T> entry = first;
    if (entry != null) {
      first = entry.next;
      entry.next = null;
      if (first == null) {
        last = null;
      }
      size--;
    }
    return entry;
  }

  int size() {
    return size;
  }
}
