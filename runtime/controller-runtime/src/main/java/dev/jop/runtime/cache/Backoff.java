package dev.jop.runtime.cache;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits that double from one try to the next, each lengthened at random to at most twice. */
final class Backoff {

  private final Duration first;
  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** How long to wait now. */
  Duration next() {
    Duration wait = next;
    next = wait.compareTo(longest.dividedBy(2)) < 0 ? wait.multipliedBy(2) : longest;
    return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() + 1));
  }

  /** Begins anew with the first wait. */
  void reset() {
    next = first;
  }
}
