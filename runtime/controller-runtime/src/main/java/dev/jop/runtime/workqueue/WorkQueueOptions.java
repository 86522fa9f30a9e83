package dev.jop.runtime.workqueue;

import dev.jop.runtime.clock.Clock;
import dev.jop.runtime.ratelimiter.RateLimiter;

/**
 * How a queue works.
 *
 * @param name how it is called in metrics; a queue without a name has none
 * @param limiter how long an item that is added with a rate limit has to wait
 * @param clock the time that it lives by, the system's by default
 * @param ageing from when on an item comes whatever its priority, 10 s and every eighth by default
 * @param metrics where its metrics go, nowhere by default
 * @param <T> the items
 */
public record WorkQueueOptions<T>(
    String name, RateLimiter<T> limiter, Clock clock, Ageing ageing, QueueMetricsProvider metrics) {

  /** A name, a rate limiter and the defaults. */
  public static <T> WorkQueueOptions<T> of(String name, RateLimiter<T> limiter) {
    return new WorkQueueOptions<>(
        name, limiter, Clock.system(), Ageing.defaults(), QueueMetricsProvider.none());
  }

  /** The same with another clock. */
  public WorkQueueOptions<T> withClock(Clock clock) {
    return new WorkQueueOptions<>(name, limiter, clock, ageing, metrics);
  }

  /** The same with another ageing. */
  public WorkQueueOptions<T> withAgeing(Ageing ageing) {
    return new WorkQueueOptions<>(name, limiter, clock, ageing, metrics);
  }

  /** The same with metrics. */
  public WorkQueueOptions<T> withMetrics(QueueMetricsProvider metrics) {
    return new WorkQueueOptions<>(name, limiter, clock, ageing, metrics);
  }
}
