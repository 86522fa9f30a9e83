package dev.jop.runtime.workqueue;

import java.time.Duration;
import java.util.Collection;

/**
 * The side of a work queue on which items are added; event handlers and sources see no more of it.
 *
 * <p>Safe for use by many threads. Adding never waits for another thread.
 *
 * @param <T> the items, which are compared by {@code equals}
 */
@FunctionalInterface
public interface Enqueuer<T> {

  /**
   * Adds an item with options that say when it is due and how urgent it is.
   *
   * <p>If the item is waiting already, the earlier time (P7) and the higher priority (P5) apply; an
   * item whose priority rises moves to the end of the items of its new priority (P6).
   */
  void add(T item, AddOptions options);

  /**
   * Adds an item, which is handed out as soon as a worker is free and nobody works on the item. An
   * item that is waiting already stays where it is (Q2); after a shut-down nothing is added (Q6).
   */
  default void add(T item) {
    add(item, AddOptions.defaults());
  }

  /**
   * Adds an item after a delay, at once if the delay is not positive (Q11).
   *
   * <p>If an item is added with several delays, the earliest time applies (Q12); an {@link
   * #add(Object)} before that time replaces it.
   */
  default void addAfter(T item, Duration delay) {
    add(item, AddOptions.defaults().withAfter(delay));
  }

  /** Adds an item after the delay that the rate limiter gives it (Q14). */
  default void addRateLimited(T item) {
    add(item, AddOptions.defaults().withRateLimited(true));
  }

  /** Adds several items; with a rate limit each gets a delay of its own (P14). */
  default void addAll(Collection<? extends T> items, AddOptions options) {
    items.forEach(item -> add(item, options));
  }
}
