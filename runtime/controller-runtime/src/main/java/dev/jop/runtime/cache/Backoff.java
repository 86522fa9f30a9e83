package dev.jop.runtime.cache;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Waits that double from one try to the next, each lengthened at random to at most twice (I12).
 *
 * <p>They are client-go's, which begin anew every two minutes: what is away for long is looked for
 * more often now and then.
 */
final class Backoff {

  private static final Duration PERIOD = Duration.ofMinutes(2);

  private final Duration first;
  private final Duration longest;
  private final LongSupplier nanoTime;
  private final RandomGenerator random;
  private Duration next;
  private long begunAt;

  /**
   * Waits that begin now.
   *
   * @param nanoTime a time in nanoseconds that never goes back
   */
  Backoff(Duration first, Duration longest, LongSupplier nanoTime) {
    this(first, longest, nanoTime, new SplittableRandom());
  }

  Backoff(Duration first, Duration longest, LongSupplier nanoTime, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.nanoTime = nanoTime;
    this.random = random;
    this.next = first;
    this.begunAt = nanoTime.getAsLong();
  }

  /** How long to wait now. */
  Duration next() {
    long now = nanoTime.getAsLong();
    if (now - begunAt > PERIOD.toNanos()) {
      begunAt = now;
      next = first;
    }
    Duration wait = next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(longest) < 0 ? doubled : longest;
    return wait.plusNanos(random.nextLong(wait.toNanos() + 1));
  }

  /** Begins anew with the first wait. */
  void reset() {
    next = first;
  }
}
