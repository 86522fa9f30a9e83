package dev.jop.runtime.ratelimiter;

import dev.jop.runtime.clock.Clock;
import dev.jop.runtime.internal.time.Durations;
import java.time.Duration;

/**
 * One bucket of tokens for all items.
 *
 * <p>Kept as the one time at which the bucket would be full again: each item moves it on by the
 * time that one token takes, and waits for as long as that is further away than a full bucket.
 */
final class TokenBucketLimiter<T> implements RateLimiter<T> {

  private final Clock clock;
  private final long perToken;
  private final long whole;
  private long fullAt;

  TokenBucketLimiter(double perSecond, int burst, Clock clock) {
    this.perToken = Math.round(1e9 / perSecond);
    if (!(perSecond > 0) || perToken < 1 || perToken > Durations.LONGEST.toNanos() || burst < 1) {
      throw new IllegalArgumentException(
          "a bucket needs a rate from one a century to one a nanosecond and room for one, got "
              + perSecond
              + " a second and "
              + burst);
    }
    this.whole = Math.multiplyExact(perToken, burst);
    this.clock = clock;
    this.fullAt = clock.nanoTime();
  }

  @Override
  public synchronized Duration when(T item) {
    long now = clock.nanoTime();
    if (fullAt - now < 0) {
      fullAt = now;
    }
    fullAt += perToken;
    return Duration.ofNanos(Math.max(0, fullAt - now - whole));
  }

  /** Nothing: a token that was taken is gone. */
  @Override
  public void forget(T item) {}

  /** Zero: it does not know one item from another. */
  @Override
  public int numRequeues(T item) {
    return 0;
  }
}
