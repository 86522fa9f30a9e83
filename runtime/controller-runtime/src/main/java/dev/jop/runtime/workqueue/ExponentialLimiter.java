package dev.jop.runtime.workqueue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Doubles the delay with each failure of an item, up to a maximum. */
final class ExponentialLimiter<T> implements RateLimiter<T> {

  private final long base;
  private final long max;
  private final Map<T, Integer> failures = new ConcurrentHashMap<>();

  ExponentialLimiter(Duration base, Duration max) {
    if (base.isNegative() || base.isZero() || max.compareTo(base) < 0) {
      throw new IllegalArgumentException(
          "delays must be positive and grow, got " + base + " up to " + max);
    }
    this.base = base.toNanos();
    this.max = max.toNanos();
  }

  @Override
  public Duration when(T item) {
    int before = failures.merge(item, 1, ExponentialLimiter::saturatedSum) - 1;
    return Duration.ofNanos(delay(before));
  }

  private static int saturatedSum(int failures, int more) {
    return failures == Integer.MAX_VALUE ? failures : failures + more;
  }

  /** base × 2ⁿ, or the maximum where that is more or cannot be counted (R2). */
  private long delay(int doublings) {
    boolean countable = doublings < Long.numberOfLeadingZeros(base) - 1;
    return countable ? Math.min(base << doublings, max) : max;
  }

  @Override
  public void forget(T item) {
    failures.remove(item);
  }

  @Override
  public int numRequeues(T item) {
    return failures.getOrDefault(item, 0);
  }
}
