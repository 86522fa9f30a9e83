package dev.jop.runtime.internal.time;

import java.time.Duration;

/** Spans of time in nanoseconds, bounded so that they can be added to a clock and compared. */
public final class Durations {

  /** As good as never, and short enough that differences of times do not overflow. */
  public static final Duration LONGEST = Duration.ofDays(36_500);

  private Durations() {}

  /** The nanoseconds of a span: none if it is negative, and never more than the longest. */
  public static long nanos(Duration span) {
    if (span.isNegative()) {
      return 0;
    }
    return span.compareTo(LONGEST) < 0 ? span.toNanos() : LONGEST.toNanos();
  }

  /** Nanoseconds as seconds. */
  public static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
