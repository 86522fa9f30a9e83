package dev.jop.runtime.manager;

import java.time.Duration;

/** Until when to wait: a moment, or never to give up. */
final class Deadline {

  /** Longer than any process lives, and safe to add to a clock. */
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /** From now on so long; zero is over at once, a negative time never (M11). */
  static Deadline in(Duration time) {
    boolean unlimited = time.isNegative() || time.compareTo(FOREVER) > 0;
    return new Deadline(System.nanoTime() + (unlimited ? FOREVER : time).toNanos());
  }

  /** The same, but not before so much time from now. */
  Deadline atLeast(Duration time) {
    return left().compareTo(time) < 0 ? in(time) : this;
  }

  boolean isOver() {
    return left().isZero();
  }

  /** What is left, never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
