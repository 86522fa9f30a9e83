package dev.jop.runtime.workqueue;

import org.jspecify.annotations.Nullable;

/** Entries in the order of their coming into some state, with the time of it. */
final class TimeList<T> {

  private @Nullable QueueEntry<T> oldest;
  private @Nullable QueueEntry<T> newest;
  private int size;
  private long sum;

  void add(QueueEntry<T> entry, long since) {
    entry.since = since;
    entry.older = newest;
    if (newest == null) {
      oldest = entry;
    } else {
      newest.newer = entry;
    }
    newest = entry;
    size++;
    sum += since;
  }

  void remove(QueueEntry<T> entry) {
    QueueEntry<T> older = entry.older;
    QueueEntry<T> newer = entry.newer;
    if (older == null) {
      oldest = newer;
    } else {
      older.newer = newer;
    }
    if (newer == null) {
      newest = older;
    } else {
      newer.older = older;
    }
    entry.older = null;
    entry.newer = null;
    size--;
    sum -= entry.since;
  }

  @Nullable QueueEntry<T> oldest() {
    return oldest;
  }

  int size() {
    return size;
  }

  /** For how long all of them together have been here; right even where sums overflow. */
  long total(long now) {
    return size * now - sum;
  }
}
