package dev.jop.runtime.workqueue;

import java.time.Duration;
import java.util.Optional;

/**
 * Hands items to workers: each item to one worker at a time, and equal items only once.
 *
 * <p>A worker calls {@link #get}, works, and then calls {@link #done}. Safe for use by many
 * threads; needs none of its own.
 *
 * @param <T> the items, which are compared by {@code equals}
 */
public interface WorkQueue<T> {

  /** A queue that hands out in the order of adding and lives by the system's clock. */
  static <T> WorkQueue<T> create(RateLimiter<T> limiter) {
    return create(limiter, Clock.system());
  }

  /** A queue that hands out in the order of adding and lives by a clock of the caller's. */
  static <T> WorkQueue<T> create(RateLimiter<T> limiter, Clock clock) {
    return new FairQueue<>(limiter, clock);
  }

  /**
   * Adds an item: it will be handed out as soon as a worker is free and the item is not worked on.
   * An item that waits already is left where it is (Q2); after a shut-down nothing is added (Q6).
   */
  void add(T item);

  /**
   * Adds an item when some time has passed, at once if the time is not positive (Q11).
   *
   * <p>Of several times for one item the earliest counts (Q12), and an {@link #add} before that
   * time takes its place.
   */
  void addAfter(T item, Duration delay);

  /** Adds an item after the time that the rate limiter imposes on it (Q14). */
  void addRateLimited(T item);

  /** Forgets the item's failures: the rate limiter begins anew with it. */
  void forget(T item);

  /** How often the item was added with a rate limit since it was forgotten. */
  int numRequeues(T item);

  /**
   * Waits for an item and takes it.
   *
   * @return the item, or nothing when the queue is shut down and empty
   */
  Optional<T> get() throws InterruptedException;

  /** Says that the work on an item has ended, however it went. Must follow each {@link #get}. */
  void done(T item);

  /** How many items could be handed out now; neither delayed ones nor those worked on (Q5). */
  int length();

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
