package dev.jop.runtime.ratelimiter;

import java.time.Duration;
import java.util.List;

/** The strictest of several limiters, all of which are told everything. */
record MaxOfLimiter<T>(List<RateLimiter<T>> limiters) implements RateLimiter<T> {

  MaxOfLimiter {
    limiters = List.copyOf(limiters);
  }

  @Override
  public Duration when(T item) {
    Duration longest = Duration.ZERO;
    for (RateLimiter<T> limiter : limiters) {
      Duration delay = limiter.when(item);
      longest = delay.compareTo(longest) > 0 ? delay : longest;
    }
    return longest;
  }

  @Override
  public void forget(T item) {
    limiters.forEach(limiter -> limiter.forget(item));
  }

  @Override
  public int numRequeues(T item) {
    return limiters.stream().mapToInt(limiter -> limiter.numRequeues(item)).max().orElse(0);
  }
}
