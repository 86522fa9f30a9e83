package dev.jop.runtime.internal.time;

import java.time.Duration;

/** The moment at which a wait is over, by the JVM's monotonic clock; or never. */
public final class Deadline {

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /** So long from now; zero is over at once, a negative time never (M11). */
  public static Deadline in(Duration time) {
    long nanos = Durations.nanos(time.isNegative() ? Durations.LONGEST : time);
    return new Deadline(System.nanoTime() + nanos);
  }

  /** This deadline, or one so long from now if that is later. */
  public Deadline atLeast(Duration time) {
    return left().compareTo(time) < 0 ? in(time) : this;
  }

  /** Whether the moment has come. */
  public boolean isOver() {
    return left().isZero();
  }

  /** The time that is left, never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
