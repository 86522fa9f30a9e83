package dev.jop.runtime.controller;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.workqueue.QueueMetricsProvider;
import dev.jop.runtime.workqueue.WorkQueue;
import dev.jop.runtime.workqueue.WorkQueueOptions;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a controller works. Immutable: each {@code with…} method returns changed options. */
public final class ControllerOptions {

  /** Makes a controller's queue. */
  @FunctionalInterface
  public interface NewQueue {

    /**
     * Makes a queue; called once for each controller.
     *
     * @param name the controller's name, which is the queue's name in metrics
     * @param limiter delays requests that failed
     * @param metrics where the queue's metrics go
     */
    WorkQueue<Request> create(
        String name, RateLimiter<Request> limiter, QueueMetricsProvider metrics);
  }

  private static final ControllerOptions DEFAULTS = new ControllerOptions();

  // Written by copy() alone, before anybody else sees the object.
  private int maxConcurrentReconciles = 1;
  private Duration cacheSyncTimeout = Duration.ofMinutes(2);
  private Duration reconciliationTimeout = Duration.ZERO;
  private boolean recoverPanic = true;
  private boolean needLeaderElection = true;
  private boolean enableWarmup = true;
  private boolean usePriorityQueue = true;
  private boolean skipNameValidation;
  private @Nullable Supplier<RateLimiter<Request>> rateLimiter;
  private @Nullable NewQueue newQueue;
  private QueueMetricsProvider queueMetrics = QueueMetricsProvider.none();

  private ControllerOptions() {}

  /** The defaults, which are said at each option. */
  public static ControllerOptions defaults() {
    return DEFAULTS;
  }

  /** How many requests are reconciled at once. */
  public int maxConcurrentReconciles() {
    return maxConcurrentReconciles;
  }

  /** How long each source may take to start and to sync. */
  public Duration cacheSyncTimeout() {
    return cacheSyncTimeout;
  }

  /** How long a call of the reconciler may take; zero for no limit. */
  public Duration reconciliationTimeout() {
    return reconciliationTimeout;
  }

  /** Whether an {@link Error} of a reconciler counts as a failure of that call alone. */
  public boolean recoverPanic() {
    return recoverPanic;
  }

  /** Whether the controller reconciles only while its manager is the leader. */
  public boolean needLeaderElection() {
    return needLeaderElection;
  }

  /** Whether sources start before the manager is elected. */
  public boolean enableWarmup() {
    return enableWarmup;
  }

  /** Whether the queue hands out requests by priority. */
  public boolean usePriorityQueue() {
    return usePriorityQueue;
  }

  /** Whether another controller of this process may have the same name. */
  public boolean skipNameValidation() {
    return skipNameValidation;
  }

  /**
   * Reconciles up to this many requests at once, never two for the same object; 1 by default.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ControllerOptions withMaxConcurrentReconciles(int maxConcurrentReconciles) {
    if (maxConcurrentReconciles < 1) {
      throw new IllegalArgumentException(
          "maxConcurrentReconciles must be at least 1, got " + maxConcurrentReconciles);
    }
    return copy(options -> options.maxConcurrentReconciles = maxConcurrentReconciles);
  }

  /**
   * Fails the controller if a source takes longer than this to start or to sync; 2 minutes by
   * default (C18, C19).
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public ControllerOptions withCacheSyncTimeout(Duration cacheSyncTimeout) {
    if (cacheSyncTimeout.isNegative() || cacheSyncTimeout.isZero()) {
      throw new IllegalArgumentException(
          "cacheSyncTimeout must be positive, got " + cacheSyncTimeout);
    }
    return copy(options -> options.cacheSyncTimeout = cacheSyncTimeout);
  }

  /**
   * Cancels a call of the reconciler and interrupts its thread after this time (C4); zero, the
   * default, for no limit. What ends because of it counts as failed and is tried again.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public ControllerOptions withReconciliationTimeout(Duration reconciliationTimeout) {
    if (reconciliationTimeout.isNegative()) {
      throw new IllegalArgumentException(
          "reconciliationTimeout must not be negative, got " + reconciliationTimeout);
    }
    return copy(options -> options.reconciliationTimeout = reconciliationTimeout);
  }

  /**
   * Treats an {@link Error} that a reconciler throws, such as a stack overflow, as a failure of
   * that call, which is the default (C2); or lets it end the controller and so the manager (C3).
   * Exceptions are failures of the call in both cases.
   */
  public ControllerOptions withRecoverPanic(boolean recoverPanic) {
    return copy(options -> options.recoverPanic = recoverPanic);
  }

  /** Reconciles only while the manager is the leader, which is the default, or always. */
  public ControllerOptions withNeedLeaderElection(boolean needLeaderElection) {
    return copy(options -> options.needLeaderElection = needLeaderElection);
  }

  /**
   * Starts the sources at once, so that a new leader begins with a filled cache and queue, which is
   * the default (C25); or only when the manager is elected for the first time, which saves memory
   * in replicas that wait (C26). controller-runtime's default is the latter.
   */
  public ControllerOptions withEnableWarmup(boolean enableWarmup) {
    return copy(options -> options.enableWarmup = enableWarmup);
  }

  /**
   * Hands out requests by priority, which is the default (C32), or in the order in which they were
   * added.
   */
  public ControllerOptions withUsePriorityQueue(boolean usePriorityQueue) {
    return copy(options -> options.usePriorityQueue = usePriorityQueue);
  }

  /**
   * Allows another controller of this process to have the same name; not allowed by default (C29),
   * since metrics and logs could not tell the two apart.
   */
  public ControllerOptions withSkipNameValidation(boolean skipNameValidation) {
    return copy(options -> options.skipNameValidation = skipNameValidation);
  }

  /**
   * Delays failed requests as a limiter says. By default the delay of a request starts at 5 ms and
   * doubles with each failure, up to 1000 s; without priorities all requests together are tried
   * again ten times a second at most, after a first hundred (R6).
   *
   * @param rateLimiter makes the limiter; called once for each controller
   */
  public ControllerOptions withRateLimiter(Supplier<RateLimiter<Request>> rateLimiter) {
    return copy(options -> options.rateLimiter = rateLimiter);
  }

  /** Makes the queue in another way; {@link #withUsePriorityQueue} then has no effect. */
  public ControllerOptions withNewQueue(NewQueue newQueue) {
    return copy(options -> options.newQueue = newQueue);
  }

  /** Reports the queue's metrics there; nowhere by default. A manager sets its own. */
  public ControllerOptions withQueueMetrics(QueueMetricsProvider queueMetrics) {
    return copy(options -> options.queueMetrics = queueMetrics);
  }

  /** The queue of a controller with this name. */
  WorkQueue<Request> queue(String name) {
    RateLimiter<Request> limiter = limiter();
    if (newQueue != null) {
      return newQueue.create(name, limiter, queueMetrics);
    }
    WorkQueueOptions<Request> queue = WorkQueueOptions.of(name, limiter).withMetrics(queueMetrics);
    return usePriorityQueue ? WorkQueue.createPrioritized(queue) : WorkQueue.create(queue);
  }

  private RateLimiter<Request> limiter() {
    if (rateLimiter != null) {
      return rateLimiter.get();
    }
    return usePriorityQueue ? RateLimiter.exponential() : RateLimiter.controllerDefault();
  }

  private ControllerOptions copy(Consumer<ControllerOptions> change) {
    ControllerOptions copy = new ControllerOptions();
    copy.maxConcurrentReconciles = maxConcurrentReconciles;
    copy.cacheSyncTimeout = cacheSyncTimeout;
    copy.reconciliationTimeout = reconciliationTimeout;
    copy.recoverPanic = recoverPanic;
    copy.needLeaderElection = needLeaderElection;
    copy.enableWarmup = enableWarmup;
    copy.usePriorityQueue = usePriorityQueue;
    copy.skipNameValidation = skipNameValidation;
    copy.rateLimiter = rateLimiter;
    copy.newQueue = newQueue;
    copy.queueMetrics = queueMetrics;
    change.accept(copy);
    return copy;
  }
}
