package dev.jop.runtime.cache;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Waits that double from one try to the next, each lengthened at random to at most twice (I12). */
final class Backoff {

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this(first, longest, new SplittableRandom());
  }

  Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /** How long to wait now. */
  Duration next() {
    Duration wait = next;
    next = wait.compareTo(longest.dividedBy(2)) < 0 ? wait.multipliedBy(2) : longest;
    return wait.plusNanos(random.nextLong(wait.toNanos() + 1));
  }

  /** Begins anew with the first wait. */
  void reset() {
    next = first;
  }
}
