package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long a reflector waits between one try and the next. Used by one thread.
 *
 * <p>There are two back-offs. That for refusals, and for a server that is not there, begins anew as
 * soon as the server accepts a watch or answers a list. A watch that has lived for a second is
 * followed by the next one at once, in whatever way it ended: connections are cut all the time, and
 * the server was well a moment ago. The other back-off is for servers that accept watches and end
 * them sooner, again and again; it begins anew with a watch that lives, or that tells of a change.
 *
 * <p>A version that the server has forgotten costs no wait: a fetch is what helps. Since that could
 * go round in circles, it is so twice between two watches that live: for the version of the watch,
 * and for that of the fetch behind it.
 */
final class Pace {

  /** A server may ask to wait for days; nobody would see that nothing happens. */
  static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(1);

  private static final Duration LIFE = Duration.ofSeconds(1);
  private static final int FREE_EXPIRIES = 2;
  private static final int TOO_MANY_REQUESTS = 429;

  private final LongSupplier nanoTime;
  private final Backoff refusals;
  private final Backoff cuts;
  private boolean watching;
  private long acceptedAt;
  private boolean progressed;
  private boolean endedSoon;
  private boolean absent;
  private int expiries;

  /**
   * The pace of a reflector that has not tried yet.
   *
   * @param refusals waits between tries that are refused
   * @param cuts waits between watches that are accepted and do not live
   * @param nanoTime a time in nanoseconds that never goes back
   */
  Pace(Backoff refusals, Backoff cuts, LongSupplier nanoTime) {
    this.refusals = refusals;
    this.cuts = cuts;
    this.nanoTime = nanoTime;
  }

  /** A try begins. */
  void begin() {
    watching = false;
    progressed = false;
  }

  /** The server has answered a list. */
  void listed() {
    refusals.reset();
    absent = false;
  }

  /** The server has accepted a watch. */
  void accepted() {
    refusals.reset();
    absent = false;
    watching = true;
    acceptedAt = nanoTime.getAsLong();
  }

  /** The watch has told of a change, or of all there is. */
  void progressed() {
    progressed = true;
  }

  /** Whether this try is a watch that has lived. */
  boolean isLiving() {
    return watching && nanoTime.getAsLong() - acceptedAt >= LIFE.toNanos();
  }

  /** How long to wait behind a list, or a watch that has ended without an error. */
  Duration afterEnd() {
    if (!watching || noteLife()) {
      return Duration.ZERO;
    }
    if (progressed) {
      cuts.reset();
    }
    boolean isFirst = progressed && !endedSoon;
    endedSoon = true;
    return isFirst ? Duration.ZERO : cuts.next();
  }

  /** How long to wait behind an error. */
  Duration afterFailure(ApiException error) {
    if (watching) {
      Duration wait = afterEnd();
      return wait.isZero() && error.code() == TOO_MANY_REQUESTS ? cuts.next() : wait;
    }
    boolean wasAbsent = absent;
    absent = error.code() == 0 || error.code() == 404;
    if (wasAbsent && !absent) {
      refusals.reset(); // the server, or the kind, is back and will soon be ready
    }
    Duration wait = refusals.next();
    Duration asked = granted(error);
    return wait.compareTo(asked) < 0 ? asked : wait;
  }

  /** How long to wait behind an error that says that the version is not known any more. */
  Duration afterExpiry() {
    boolean unused = noteLife();
    absent = false;
    expiries++;
    return expiries > FREE_EXPIRIES ? cuts.next() : Duration.ZERO;
  }

  private boolean noteLife() {
    boolean lived = isLiving();
    if (lived) {
      cuts.reset();
      endedSoon = false;
      expiries = 0;
    }
    return lived;
  }

  /** How long it is waited at least because the server asks for it. */
  static Duration granted(ApiException error) {
    Duration asked = error.retryAfter();
    return asked.compareTo(LONGEST_RETRY_AFTER) < 0 ? asked : LONGEST_RETRY_AFTER;
  }
}
