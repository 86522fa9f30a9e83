package dev.jop.runtime.workqueue;

import dev.jop.runtime.ratelimiter.RateLimiter;
import java.time.Duration;
import java.util.Collection;
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
public interface WorkQueue<T> {

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

  /**
   * Adds an item: it will be handed out as soon as a worker is free and the item is not worked on.
   * An item that waits already is left where it is (Q2); after a shut-down nothing is added (Q6).
   */
  default void add(T item) {
    add(item, AddOptions.defaults());
  }

  /**
   * Adds an item when some time has passed, at once if the time is not positive (Q11).
   *
   * <p>Of several times for one item the earliest counts (Q12), and an {@link #add} before that
   * time takes its place.
   */
  default void addAfter(T item, Duration delay) {
    add(item, AddOptions.defaults().withAfter(delay));
  }

  /** Adds an item after the time that the rate limiter imposes on it (Q14). */
  default void addRateLimited(T item) {
    add(item, AddOptions.defaults().withRateLimited(true));
  }

  /**
   * Adds an item, says when and how urgent it is.
   *
   * <p>Of an item that waits already the earlier time (P7) and the higher priority (P5) count; one
   * whose priority rises goes to the end of those of its new priority (P6).
   */
  void add(T item, AddOptions options);

  /** Adds several items, each with a time of its own if there is a rate limit (P14). */
  default void addAll(Collection<? extends T> items, AddOptions options) {
    items.forEach(item -> add(item, options));
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
