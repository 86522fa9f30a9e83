package dev.jop.runtime.workqueue;

import java.time.Duration;

/**
 * Says how long an item has to wait before it is tried again. Safe for use by many threads.
 *
 * @param <T> the items
 */
public interface RateLimiter<T> {

  /** A limiter whose delay doubles from 5 ms with each failure of an item, up to 1000 s. */
  static <T> RateLimiter<T> exponential() {
    return exponential(Duration.ofMillis(5), Duration.ofSeconds(1000));
  }

  /**
   * A limiter whose delay doubles with each failure of an item (R1).
   *
   * <p>It remembers a number for each item that has failed and was not forgotten.
   *
   * @param base the first delay
   * @param max the longest delay
   */
  static <T> RateLimiter<T> exponential(Duration base, Duration max) {
    return new ExponentialLimiter<>(base, max);
  }

  /** Counts one more failure of the item and says how long it has to wait. */
  Duration when(T item);

  /** Forgets the failures of the item. */
  void forget(T item);

  /** How many failures of the item were counted since it was forgotten. */
  int numRequeues(T item);
}
