package dev.jop.runtime.ratelimiter;

import java.time.Duration;

/** A short delay for the first failures of an item and a long one for all further. */
final class FastSlowLimiter<T> implements RateLimiter<T> {

  private final Duration fast;
  private final Duration slow;
  private final int fastAttempts;
  private final FailureCounts<T> failures = new FailureCounts<>();

  FastSlowLimiter(Duration fast, Duration slow, int fastAttempts) {
    if (fast.isNegative() || slow.isNegative() || fastAttempts < 0) {
      throw new IllegalArgumentException(
          "delays and attempts must not be negative, got %s, %s and %d"
              .formatted(fast, slow, fastAttempts));
    }
    this.fast = fast;
    this.slow = slow;
    this.fastAttempts = fastAttempts;
  }

  @Override
  public Duration when(T item) {
    return failures.increment(item) < fastAttempts ? fast : slow;
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
