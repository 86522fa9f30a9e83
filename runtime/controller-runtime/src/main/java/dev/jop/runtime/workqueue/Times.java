package dev.jop.runtime.workqueue;

import java.time.Duration;

/** Spans of time as numbers that can be added to a clock's and told apart by their difference. */
final class Times {

  /** As good as never, and short enough that differences of times do not overflow. */
  static final Duration LONGEST = Duration.ofDays(36_500);

  private Times() {}

  /** The nanoseconds of a span: none if it is negative, and never more than the longest. */
  static long nanos(Duration span) {
    if (span.isNegative()) {
      return 0;
    }
    return span.compareTo(LONGEST) < 0 ? span.toNanos() : LONGEST.toNanos();
  }

  static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
