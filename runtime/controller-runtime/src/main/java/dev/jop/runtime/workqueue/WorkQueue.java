package dev.jop.runtime.workqueue;

import dev.jop.runtime.ratelimiter.RateLimiter;
import java.util.List;
import java.util.Optional;

/**
 * Hands items to workers: each item to one worker at a time, and equal items only once.
 *
 * <p>A worker calls {@link #get}, works, and then calls {@link #done}. Safe for use by many
 * threads; needs none of its own. Adding never waits for another thread.
 *
 * @param <T> the items, which are compared by {@code equals}
 */
public interface WorkQueue<T> extends Enqueuer<T> {

  /** A queue that hands out in the order of adding, with all else by default. */
  static <T> WorkQueue<T> create(RateLimiter<T> limiter) {
    return create(WorkQueueOptions.of("", limiter));
  }

  /** A queue that hands out in the order of adding; priorities have no effect (P19). */
  static <T> WorkQueue<T> create(WorkQueueOptions<T> options) {
    return new AgeingPriorityQueue<>(options, false);
  }

  /**
   * A queue that hands out the highest priority first, and in one priority in the order of adding
   * (P1). What has waited for long gets a share of the hand-outs whatever its priority: see {@link
   * Ageing}.
   */
  static <T> WorkQueue<T> createPrioritized(WorkQueueOptions<T> options) {
    return new AgeingPriorityQueue<>(options, true);
  }

  /** Forgets the item's failures: the rate limiter begins anew with it. */
  void forget(T item);

  /** How often the item was added with a rate limit since it was forgotten. */
  int numRequeues(T item);

  /**
   * Waits for an item and takes it.
   *
   * @return the item, or nothing when the queue is shut down and empty
   */
  default Optional<T> get() throws InterruptedException {
    return getWithPriority().map(Prioritized::item);
  }

  /**
   * Waits for an item and takes it with its priority, which is 0 in a queue without priorities.
   *
   * @return the item, or nothing when the queue is shut down and empty
   */
  Optional<Prioritized<T>> getWithPriority() throws InterruptedException;

  /** Says that the work on an item has ended, however it went. Must follow each {@link #get}. */
  void done(T item);

  /** How many items could be handed out now; neither delayed ones nor those worked on (Q5, P12). */
  int length();

  /** Whether priorities have an effect. */
  boolean isPrioritized();

  /**
   * What the queue knows of, at one moment; for logs and tests, since it copies all of it (P17).
   */
  List<QueuedItem<T>> snapshot();

  /**
   * Ends the queue: nothing is added any more, delayed items are dropped, and {@link #get} returns
   * nothing once what was queued is taken. Does not wait. May be called twice.
   */
  void shutDown();

  /**
   * Ends the queue and waits until every item that was queued has been taken and is done, those
   * that were added again while they were worked on too (Q7, Q8); {@link #shutDown} ends the wait
   * (Q9).
   */
  void shutDownWithDrain() throws InterruptedException;
}
