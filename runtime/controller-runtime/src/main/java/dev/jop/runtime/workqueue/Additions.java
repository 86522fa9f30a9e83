package dev.jop.runtime.workqueue;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What was added while the queue was locked by somebody else, until whoever locks it next takes it.
 * Needs no lock.
 */
final class Additions<T> {

  /** An item to add: at once, or, if it is delayed, at some time. */
  static final class Addition<T> {
    final T item;
    final int priority;
    final boolean delayed;
    final long readyAt;
    @Nullable Addition<T> next;

    Addition(T item, int priority, boolean delayed, long readyAt) {
      this.item = item;
      this.priority = priority;
      this.delayed = delayed;
      this.readyAt = readyAt;
    }
  }

  private final AtomicReference<@Nullable Addition<T>> newest = new AtomicReference<>();

  boolean isEmpty() {
    return newest.get() == null;
  }

  void push(Addition<T> addition) {
    Addition<T> before;
    do {
      before = newest.get();
      addition.next = before;
    } while (!newest.compareAndSet(before, addition));
  }

  /** Takes all: the earliest, linked to those after it; or null if there is none. */
  @Nullable Addition<T> takeAll() {
    if (isEmpty()) {
      return null;
    }
    Addition<T> rest = newest.getAndSet(null);
    Addition<T> turned = null;
    while (rest != null) {
      Addition<T> next = rest.next;
      rest.next = turned;
      turned = rest;
      rest = next;
    }
    return turned;
  }
}
