package dev.jop.runtime.ratelimiter;

import java.time.Duration;

/** Another limiter with an upper bound. */
record MaxWaitLimiter<T>(RateLimiter<T> limiter, Duration max) implements RateLimiter<T> {

  @Override
  public Duration when(T item) {
    Duration delay = limiter.when(item);
    return delay.compareTo(max) > 0 ? max : delay;
  }

  @Override
  public void forget(T item) {
    limiter.forget(item);
  }

  @Override
  public int numRequeues(T item) {
    return limiter.numRequeues(item);
  }
}
