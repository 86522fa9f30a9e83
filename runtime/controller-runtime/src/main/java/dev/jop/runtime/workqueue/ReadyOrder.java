package dev.jop.runtime.workqueue;

import dev.jop.runtime.clock.Clock;
import dev.jop.runtime.internal.time.Durations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides who is handed out next of those that are ready: by priority, then by sequence, and now
 * and then by age.
 *
 * <p>An entry that is ready while it is being worked on keeps its place, so that it comes in its
 * turn when the work ends early. Once its turn has come and it still is being worked on it is taken
 * out, so that nobody has to pass it again, and put back to where it was when the work has ended.
 */
final class ReadyOrder<T> {

  private final TimeList<T> available = new TimeList<>();
  private final List<PriorityLevel<T>> levels = new ArrayList<>(); // the highest first
  private final long oldAfter;
  private final int every;
  private final Clock clock;
  private final boolean ages;
  private PriorityLevel<T> spare = new PriorityLevel<>(0);
  private long nextSequence;
  private int passedOver;

  ReadyOrder(Ageing ageing, Clock clock, boolean ages) {
    this.oldAfter = Durations.nanos(ageing.after());
    this.every = ageing.every();
    this.clock = clock;
    this.ages = ages;
  }

  /** How many could be handed out. */
  int size() {
    return available.size();
  }

  void add(QueueEntry<T> entry) {
    entry.sequence = nextSequence++;
    level(entry.priority).append(entry);
    if (!entry.processing) {
      available.add(entry, entry.readyAt);
    }
  }

  /** Puts an entry at the end of those of a higher priority. */
  void raise(QueueEntry<T> entry, int priority) {
    unlink(entry);
    entry.priority = priority;
    entry.sequence = nextSequence++;
    level(priority).append(entry);
  }

  /** The work on a ready entry has ended. */
  void release(QueueEntry<T> entry, long now) {
    if (entry.level == null) {
      level(entry.priority).insert(entry);
    }
    available.add(entry, now);
  }

  /** Takes who is next, or null if nobody can be handed out. */
  @Nullable QueueEntry<T> poll() {
    QueueEntry<T> oldest = available.oldest();
    if (oldest == null) {
      return null;
    }
    QueueEntry<T> next = mostUrgent();
    if (next == oldest || !ages || clock.nanoTime() - oldest.since < oldAfter) {
      passedOver = 0;
    } else if (++passedOver >= every) {
      passedOver = 0;
      next = oldest;
    }
    unlink(next);
    available.remove(next);
    return next;
  }

  /** The first that can be handed out; there must be one. */
  private QueueEntry<T> mostUrgent() {
    while (true) {
      QueueEntry<T> first = levels.get(0).first();
      if (first != null && !first.processing) {
        return first;
      }
      if (first != null) {
        unlink(first);
      }
    }
  }

  private void unlink(QueueEntry<T> entry) {
    PriorityLevel<T> level = entry.level;
    if (level != null) {
      level.remove(entry);
      if (level.isEmpty()) {
        levels.remove(place(level.priority));
        spare = level;
      }
    }
  }

  private PriorityLevel<T> level(int priority) {
    int place = place(priority);
    if (place < levels.size() && levels.get(place).priority == priority) {
      return levels.get(place);
    }
    PriorityLevel<T> level = spare.priority == priority ? spare : new PriorityLevel<>(priority);
    levels.add(place, level);
    return level;
  }

  /** Where the level of a priority is, or would be. */
  private int place(int priority) {
    int low = 0;
    int high = levels.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (levels.get(middle).priority > priority) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
