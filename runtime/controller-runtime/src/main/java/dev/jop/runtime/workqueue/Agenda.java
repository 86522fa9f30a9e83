package dev.jop.runtime.workqueue;

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
final class Agenda<T> {

  private final Map<T, QueueEntry<T>> entries = new HashMap<>();
  private final DelayHeap<T> delayed = new DelayHeap<>();
  private final ReadyOrder<T> ready;
  private final TimeList<T> processing = new TimeList<>();
  private final QueueMeter meter;

  Agenda(Ageing ageing, QueueMeter meter) {
    this.ready = new ReadyOrder<>(ageing);
    this.meter = meter;
  }

  /** Adds an item that is ready since then. */
  void add(T item, int priority, long readySince) {
    advance(readySince);
    QueueEntry<T> entry = entryWith(item, priority);
    if (entry.pending != Pending.READY) {
      if (entry.pending == Pending.DELAYED) {
        delayed.remove(entry);
      }
      makeReady(entry, readySince);
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

  /** Makes ready what has become so by that time. */
  void advance(long now) {
    QueueEntry<T> first = delayed.first();
    while (first != null && first.readyAt - now <= 0) {
      delayed.remove(first);
      makeReady(first, first.readyAt);
      first = delayed.first();
    }
  }

  /** Takes who is next, or null if nobody is ready. */
  @Nullable QueueEntry<T> take(long now) {
    advance(now);
    QueueEntry<T> entry = ready.poll(now);
    if (entry != null) {
      meter.handedOut(entry, now);
      entry.pending = Pending.NONE;
      entry.processing = true;
      entry.takenPriority = entry.priority;
      processing.add(entry, now);
    }
    return entry;
  }

  void done(T item, long now) {
    QueueEntry<T> entry = entries.remove(item); // mostly for good, so it is looked up only once
    if (entry == null) {
      return;
    }
    if (entry.processing) {
      meter.done(entry, now);
      entry.processing = false;
      processing.remove(entry);
      if (entry.pending == Pending.READY) {
        ready.release(entry, now);
      }
    }
    if (entry.pending != Pending.NONE) {
      entries.put(item, entry);
    }
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
    entries.values().forEach(Agenda::dropDelay);
    entries.values().removeIf(entry -> entry.pending == Pending.NONE && !entry.processing);
    delayed.clear();
  }

  private static void dropDelay(QueueEntry<?> entry) {
    if (entry.pending == Pending.DELAYED) {
      entry.pending = Pending.NONE;
    }
  }

  double unfinishedSeconds(long now) {
    return Times.seconds(processing.total(now));
  }

  double longestRunningSeconds(long now) {
    QueueEntry<T> oldest = processing.oldest();
    return oldest == null ? 0 : Times.seconds(now - oldest.since);
  }

  List<QueuedItem<T>> snapshot(long now) {
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
