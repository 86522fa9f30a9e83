package dev.jop.runtime.ratelimiter;

import dev.jop.runtime.clock.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Says how long an item has to wait before it is tried again. Safe for use by many threads.
 *
 * @param <T> the items
 */
public interface RateLimiter<T> {

  /**
   * A limiter whose delay doubles from 5 ms with each failure of an item, up to 1000 s. The default
   * of a controller with a priority queue (R6).
   */
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

  /** A limiter whose delay doubles from 1 ms with each failure of an item, up to 1000 s. */
  static <T> RateLimiter<T> itemBased() {
    return exponential(Duration.ofMillis(1), Duration.ofSeconds(1000));
  }

  /**
   * The longer of {@link #exponential()} and a bucket of 100 that is filled by 10 a second. The
   * default of a controller with a queue without priorities (R6).
   */
  static <T> RateLimiter<T> controllerDefault() {
    return controllerDefault(Clock.system());
  }

  /** The same as {@link #controllerDefault()} by a clock of the caller's. */
  static <T> RateLimiter<T> controllerDefault(Clock clock) {
    return maxOf(List.of(exponential(), tokenBucket(10, 100, clock)));
  }

  /**
   * A limiter that lets the first failures of an item wait for a short time and all further ones
   * for a long one (R3).
   *
   * <p>It remembers a number for each item that has failed and was not forgotten.
   *
   * @param fast the short time
   * @param slow the long time
   * @param fastAttempts how many failures are tried again after the short time
   */
  static <T> RateLimiter<T> fastSlow(Duration fast, Duration slow, int fastAttempts) {
    return new FastSlowLimiter<>(fast, slow, fastAttempts);
  }

  /**
   * A limiter for all items together: a bucket of tokens, each of which lets one go at once.
   *
   * @param perSecond how many tokens are added in a second
   * @param burst how many tokens the bucket holds; it is full at first
   */
  static <T> RateLimiter<T> tokenBucket(double perSecond, int burst, Clock clock) {
    return new TokenBucketLimiter<>(perSecond, burst, clock);
  }

  /** The longest delay and the highest number of failures that any of several says (R4). */
  static <T> RateLimiter<T> maxOf(List<RateLimiter<T>> limiters) {
    return new MaxOfLimiter<>(limiters);
  }

  /** What another limiter says, but no longer than that (R5). */
  static <T> RateLimiter<T> withMaxWait(RateLimiter<T> limiter, Duration max) {
    return new MaxWaitLimiter<>(limiter, max);
  }

  /** Counts one more failure of the item and says how long it has to wait. */
  Duration when(T item);

  /** Forgets the failures of the item. */
  void forget(T item);

  /** How many failures of the item were counted since it was forgotten. */
  int numRequeues(T item);
}
