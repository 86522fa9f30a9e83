package dev.jop.runtime.controller;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.workqueue.WorkQueue;
import dev.jop.runtime.workqueue.WorkQueueOptions;
import java.time.Duration;
import java.util.function.Function;

/**
 * How a controller works.
 *
 * @param maxConcurrentReconciles how many requests are handled at once, 1 by default; never two for
 *     the same object
 * @param cacheSyncTimeout how long every source may take to say what is there, 2 minutes by default
 * @param skipNameValidation whether another controller of this process may have the same name, no
 *     by default, since metrics and logs could not tell them apart
 * @param newQueue makes the queue of a controller with that name; by default a priority queue
 *     (C32), where a failed request waits 5 ms, doubled with each failure, up to 1000 s (R6)
 */
public record ControllerOptions(
    int maxConcurrentReconciles,
    Duration cacheSyncTimeout,
    boolean skipNameValidation,
    Function<String, WorkQueue<Request>> newQueue) {

  private static final ControllerOptions DEFAULTS =
      new ControllerOptions(1, Duration.ofMinutes(2), false, ControllerOptions::priorityQueue);

  /** Checks the limits. */
  public ControllerOptions {
    if (maxConcurrentReconciles < 1) {
      throw new IllegalArgumentException(
          "maxConcurrentReconciles must be at least 1, got " + maxConcurrentReconciles);
    }
    if (cacheSyncTimeout.isNegative() || cacheSyncTimeout.isZero()) {
      throw new IllegalArgumentException(
          "cacheSyncTimeout must be positive, got " + cacheSyncTimeout);
    }
  }

  /** One worker, two minutes, unique names, a priority queue. */
  public static ControllerOptions defaults() {
    return DEFAULTS;
  }

  /** The same with so many workers. */
  public ControllerOptions withMaxConcurrentReconciles(int maxConcurrentReconciles) {
    return new ControllerOptions(
        maxConcurrentReconciles, cacheSyncTimeout, skipNameValidation, newQueue);
  }

  /** The same with another time to sync. */
  public ControllerOptions withCacheSyncTimeout(Duration cacheSyncTimeout) {
    return new ControllerOptions(
        maxConcurrentReconciles, cacheSyncTimeout, skipNameValidation, newQueue);
  }

  /** The same with or without the check that names are unique. */
  public ControllerOptions withSkipNameValidation(boolean skipNameValidation) {
    return new ControllerOptions(
        maxConcurrentReconciles, cacheSyncTimeout, skipNameValidation, newQueue);
  }

  /**
   * The same with a queue of the caller's for each controller; it gets the controller's name, under
   * which its metrics are known.
   */
  public ControllerOptions withNewQueue(Function<String, WorkQueue<Request>> newQueue) {
    return new ControllerOptions(
        maxConcurrentReconciles, cacheSyncTimeout, skipNameValidation, newQueue);
  }

  /**
   * The same with the default queue, or with one in the order of adding, where beside the wait of
   * each failed request all of them together are tried again ten times a second at most, after a
   * first hundred (R6).
   */
  public ControllerOptions withUsePriorityQueue(boolean usePriorityQueue) {
    return withNewQueue(
        usePriorityQueue ? ControllerOptions::priorityQueue : ControllerOptions::plainQueue);
  }

  private static WorkQueue<Request> priorityQueue(String name) {
    return WorkQueue.createPrioritized(WorkQueueOptions.of(name, RateLimiter.exponential()));
  }

  private static WorkQueue<Request> plainQueue(String name) {
    return WorkQueue.create(WorkQueueOptions.of(name, RateLimiter.controllerDefault()));
  }
}
