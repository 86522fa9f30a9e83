package dev.jop.runtime.internal.http;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When something must be over at the latest: a moment, fixed when this is made. */
public final class TimeLimit {

  /** The end of what may take for ever. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long ORIGIN = System.nanoTime();
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Duration whole;
  private final long end;

  private TimeLimit(Duration whole, long end) {
    this.whole = whole;
    this.end = end;
  }

  /**
   * From now on so long.
   *
   * @param whole the time; zero, or more than a year, for ever
   */
  public static TimeLimit of(Duration whole) {
    return whole.isZero() || whole.compareTo(LONGEST) > 0
        ? new TimeLimit(whole, NEVER)
        : new TimeLimit(whole, now() + whole.toNanos());
  }

  /** This one, or the other if that ends earlier. */
  public TimeLimit orEarlier(TimeLimit other) {
    return other.end < end ? other : this;
  }

  /** Whether it has ended. */
  public boolean isOver() {
    return left() <= 0;
  }

  /** The time now, in nanoseconds since some moment. */
  static long now() {
    return System.nanoTime() - ORIGIN;
  }

  /** When it ends, in the time of {@link #now}, or {@link #NEVER}. */
  long end() {
    return end;
  }

  /** How many nanoseconds are left; less than one if it is over. */
  long left() {
    return end == NEVER ? NEVER : end - now();
  }

  /** Says that it is over. */
  SocketTimeoutException passed(@Nullable Throwable cause) {
    SocketTimeoutException e =
        new SocketTimeoutException("no answer within " + whole.toMillis() + " ms");
    e.initCause(cause);
    return e;
  }
}
