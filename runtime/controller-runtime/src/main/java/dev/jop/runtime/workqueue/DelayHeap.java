package dev.jop.runtime.workqueue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delayed entries, the earliest first, and of equal ones that which was added first: a binary heap
 * that knows each entry's place, so that any of them can be moved or removed in logarithmic time.
 */
final class DelayHeap<T> {

  private final List<QueueEntry<T>> entries = new ArrayList<>();
  private long nextSequence;

  /** The entry that is ready first, or null if there is none. */
  @Nullable QueueEntry<T> first() {
    return entries.isEmpty() ? null : entries.get(0);
  }

  void add(QueueEntry<T> entry) {
    entry.sequence = nextSequence++;
    entries.add(entry);
    entry.heapIndex = entries.size() - 1;
    up(entry);
  }

  /** Puts an entry right whose time has become earlier. */
  void moveEarlier(QueueEntry<T> entry) {
    up(entry);
  }

  void remove(QueueEntry<T> entry) {
    QueueEntry<T> last = entries.remove(entries.size() - 1);
    if (last != entry) {
      place(last, entry.heapIndex);
      up(last);
      down(last);
    }
  }

  void clear() {
    entries.clear();
  }

  private void up(QueueEntry<T> entry) {
    int index = entry.heapIndex;
    while (index > 0 && earlier(entry, entries.get((index - 1) / 2))) {
      place(entries.get((index - 1) / 2), index);
      index = (index - 1) / 2;
    }
    place(entry, index);
  }

  private void down(QueueEntry<T> entry) {
    int index = entry.heapIndex;
    int child = earlierChild(index);
    while (child >= 0 && earlier(entries.get(child), entry)) {
      place(entries.get(child), index);
      index = child;
      child = earlierChild(index);
    }
    place(entry, index);
  }

  private int earlierChild(int index) {
    int left = 2 * index + 1;
    if (left >= entries.size()) {
      return -1;
    }
    int right = left + 1;
    return right < entries.size() && earlier(entries.get(right), entries.get(left)) ? right : left;
  }

  private void place(QueueEntry<T> entry, int index) {
    entries.set(index, entry);
    entry.heapIndex = index;
  }

  /** By difference, since nanosecond clocks may wrap around. */
  private static boolean earlier(QueueEntry<?> one, QueueEntry<?> other) {
    long difference = one.readyAt - other.readyAt;
    return difference < 0 || (difference == 0 && one.sequence < other.sequence);
  }
}
