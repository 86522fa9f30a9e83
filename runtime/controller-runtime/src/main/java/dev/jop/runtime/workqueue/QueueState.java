package dev.jop.runtime.workqueue;

import dev.jop.runtime.clock.Clock;
import dev.jop.runtime.internal.time.Durations;
import dev.jop.runtime.workqueue.QueueEntry.Pending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done and what is being done: all of a queue but its threads. For one thread at a
 * time.
 *
 * <p>There is one entry for an item as long as it is ready, delayed or being worked on, and none
 * afterwards: nothing is kept of an item that is done (Q10). An entry is at most one of ready and
 * delayed, and beside that it may be in the hands of a worker; then being ready means to come again
 * after {@link #done}.
 */
final class QueueState<T> {

  private final Map<T, QueueEntry<T>> entries = new HashMap<>();
  private final DelayHeap<T> delayed = new DelayHeap<>();
  private final ReadyOrder<T> ready;
  private final TimeList<T> processing = new TimeList<>();
  private final QueueMeter meter;
  private final Clock clock;
  private final boolean prioritized;

  QueueState(Ageing ageing, Clock clock, QueueMeter meter, boolean prioritized) {
    this.ready = new ReadyOrder<>(ageing, clock, prioritized);
    this.clock = clock;
    this.meter = meter;
    this.prioritized = prioritized;
  }

  /** Adds an item that is ready. */
  void add(T item, int priority) {
    advance();
    QueueEntry<T> entry = entryWith(item, priority);
    if (entry.pending != Pending.READY) {
      if (entry.pending == Pending.DELAYED) {
        delayed.remove(entry);
      }
      makeReady(entry, timeIf(prioritized));
    }
  }

  /** Adds an item that becomes ready later. */
  void addDelayed(T item, int priority, long readyAt) {
    QueueEntry<T> entry = entryWith(item, priority);
    if (entry.pending == Pending.NONE) {
      entry.pending = Pending.DELAYED;
      entry.readyAt = readyAt;
      delayed.add(entry);
    } else if (entry.pending == Pending.DELAYED && readyAt - entry.readyAt < 0) {
      entry.readyAt = readyAt;
      delayed.moveEarlier(entry);
    }
  }

  private QueueEntry<T> entryWith(T item, int priority) {
    QueueEntry<T> entry = entries.get(item);
    if (entry == null) {
      entry = new QueueEntry<>(item);
      entries.put(item, entry);
    }
    if (entry.pending == Pending.NONE) {
      entry.priority = priority;
    } else if (entry.priority < priority) {
      raise(entry, priority);
    }
    return entry;
  }

  private void raise(QueueEntry<T> entry, int priority) {
    if (entry.pending == Pending.READY) {
      meter.raised(entry, priority);
      ready.raise(entry, priority);
    } else {
      entry.priority = priority;
    }
  }

  private void makeReady(QueueEntry<T> entry, long since) {
    entry.pending = Pending.READY;
    entry.readyAt = since;
    ready.add(entry);
    meter.becameReady(entry);
  }

  /** Makes ready what has become so by now. */
  void advance() {
    QueueEntry<T> first = delayed.first();
    if (first == null) {
      return;
    }
    long now = clock.nanoTime();
    while (first != null && first.readyAt - now <= 0) {
      delayed.remove(first);
      makeReady(first, first.readyAt);
      first = delayed.first();
    }
  }

  /** Takes who is next, or null if nobody is ready. */
  @Nullable QueueEntry<T> take() {
    advance();
    QueueEntry<T> entry = ready.poll();
    if (entry != null) {
      long now = timeIf(false);
      meter.handedOut(entry, now);
      entry.pending = Pending.NONE;
      entry.processing = true;
      entry.takenPriority = entry.priority;
      processing.add(entry, now);
    }
    return entry;
  }

  void done(T item) {
    QueueEntry<T> entry = entries.remove(item); // mostly for good, so it is looked up only once
    if (entry == null) {
      return;
    }
    if (entry.processing) {
      boolean again = entry.pending == Pending.READY;
      long now = timeIf(again && prioritized);
      meter.done(entry, now);
      entry.processing = false;
      processing.remove(entry);
      if (again) {
        ready.release(entry, now);
      }
    }
    if (entry.pending != Pending.NONE) {
      entries.put(item, entry);
    }
  }

  /** The time, if there is use for it; to read the clock costs as much as all the rest. */
  private long timeIf(boolean needed) {
    return needed || meter.isOn() ? clock.nanoTime() : 0;
  }

  /** How many could be handed out. */
  int length() {
    return ready.size();
  }

  /** Who becomes ready first, or null if nobody is delayed. */
  @Nullable QueueEntry<T> firstDelayed() {
    return delayed.first();
  }

  /** Whether nothing is ready and nothing is worked on. */
  boolean isDrained() {
    return ready.size() == 0 && processing.size() == 0;
  }

  void dropDelayed() {
    entries.values().forEach(QueueState::dropDelay);
    entries.values().removeIf(entry -> entry.pending == Pending.NONE && !entry.processing);
    delayed.clear();
  }

  private static void dropDelay(QueueEntry<?> entry) {
    if (entry.pending == Pending.DELAYED) {
      entry.pending = Pending.NONE;
    }
  }

  double unfinishedSeconds() {
    return Durations.seconds(processing.total(clock.nanoTime()));
  }

  double longestRunningSeconds() {
    QueueEntry<T> oldest = processing.oldest();
    return oldest == null ? 0 : Durations.seconds(clock.nanoTime() - oldest.since);
  }

  List<QueuedItem<T>> snapshot() {
    advance();
    long now = clock.nanoTime();
    List<QueuedItem<T>> items = new ArrayList<>(entries.size());
    for (QueueEntry<T> entry : entries.values()) {
      boolean waits = entry.pending == Pending.DELAYED;
      items.add(
          new QueuedItem<>(
              entry.item,
              entry.pending == Pending.NONE ? entry.takenPriority : entry.priority,
              entry.processing,
              entry.pending == Pending.READY,
              Duration.ofNanos(waits ? Math.max(0, entry.readyAt - now) : 0)));
    }
    return items;
  }
}
