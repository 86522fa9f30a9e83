package dev.jop.runtime.workqueue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A queue by its contracts alone: slow, plain to see, without ageing. */
final class QueueModel {

  private static final class Entry {
    final String item;
    int priority;
    long readyAt;
    long sequence;
    boolean ready;

    Entry(String item) {
      this.item = item;
    }
  }

  private final boolean prioritized;
  private final Map<String, Entry> waiting = new HashMap<>();
  private final List<String> processing = new ArrayList<>();
  private long sequence;

  QueueModel(boolean prioritized) {
    this.prioritized = prioritized;
  }

  void add(String item, int wanted, long delay, long now) {
    advance(now);
    int priority = prioritized ? wanted : 0;
    Entry entry = waiting.get(item);
    boolean isNew = entry == null;
    if (entry == null) {
      entry = new Entry(item);
      entry.priority = priority;
      entry.readyAt = now + delay;
      entry.sequence = sequence++;
      waiting.put(item, entry);
    } else if (priority > entry.priority) {
      entry.priority = priority;
      entry.sequence = entry.ready ? sequence++ : entry.sequence;
    }
    if (!entry.ready && (delay == 0 || now + delay - entry.readyAt < 0)) {
      entry.readyAt = now + delay;
    }
    if (!entry.ready && delay == 0) {
      entry.ready = true;
      entry.sequence = isNew ? entry.sequence : sequence++;
    }
  }

  void advance(long now) {
    waiting.values().stream()
        .filter(entry -> !entry.ready && entry.readyAt - now <= 0)
        .sorted(
            Comparator.<Entry>comparingLong(entry -> entry.readyAt - now)
                .thenComparingLong(entry -> entry.sequence))
        .toList()
        .forEach(
            entry -> {
              entry.ready = true;
              entry.sequence = sequence++;
            });
  }

  int length() {
    return (int) waiting.values().stream().filter(this::canBeHandedOut).count();
  }

  /** Who has to be next, or null if nobody can be handed out. */
  @Nullable String take() {
    Entry next =
        waiting.values().stream()
            .filter(this::canBeHandedOut)
            .min(
                Comparator.<Entry>comparingInt(entry -> -entry.priority)
                    .thenComparingLong(entry -> entry.sequence))
            .orElse(null);
    if (next == null) {
      return null;
    }
    waiting.remove(next.item);
    processing.add(next.item);
    return next.item;
  }

  private boolean canBeHandedOut(Entry entry) {
    return entry.ready && !processing.contains(entry.item);
  }

  void done(String item) {
    processing.remove(item);
  }

  List<String> processing() {
    return processing;
  }
}
