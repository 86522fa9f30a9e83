package dev.jop.runtime.ratelimiter;

import dev.jop.runtime.internal.time.Durations;
import java.time.Duration;

/** Doubles the delay with each failure of an item, up to a maximum. */
final class ExponentialLimiter<T> implements RateLimiter<T> {

  private final long base;
  private final long max;
  private final FailureCounts<T> failures = new FailureCounts<>();

  ExponentialLimiter(Duration base, Duration max) {
    if (base.isNegative() || base.isZero() || max.compareTo(base) < 0) {
      throw new IllegalArgumentException(
          "delays must be positive and grow, got " + base + " up to " + max);
    }
    this.base = Durations.nanos(base);
    this.max = Durations.nanos(max);
  }

  @Override
  public Duration when(T item) {
    return Duration.ofNanos(delay(failures.increment(item)));
  }

  /** base × 2ⁿ, or the maximum where that is more or cannot be counted (R2). */
  private long delay(int doublings) {
    boolean countable = doublings < Long.numberOfLeadingZeros(base) - 1;
    return countable ? Math.min(base << doublings, max) : max;
  }

  @Override
  public void forget(T item) {
    failures.forget(item);
  }

  @Override
  public int numRequeues(T item) {
    return failures.of(item);
  }
}
