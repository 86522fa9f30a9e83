package dev.jop.runtime.client;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * How long a server asks to wait before the next try, and how long that is.
 *
 * <p>A minute at most is waited, whatever it says: a fault there, or in a proxy between, must not
 * keep an operator away for a day.
 *
 * @param asked what it asks for, zero if it does not say
 * @param pause how long to wait
 */
record RetryAfter(Duration asked, Duration pause) {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** It does not say. */
  static final RetryAfter NONE = new RetryAfter(Duration.ZERO, Duration.ZERO);

  /**
   * Reads a {@code Retry-After} header: seconds, or a date of HTTP.
   *
   * @return {@link #NONE} if it is neither, or in the past
   */
  static RetryAfter parse(String header, Instant now) {
    Duration asked = asked(header.strip(), now);
    return asked.isNegative() || asked.isZero()
        ? NONE
        : new RetryAfter(asked, asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
  }

  private static Duration asked(String header, Instant now) {
    if (header.matches("[0-9]{1,18}")) {
      return Duration.ofSeconds(Long.parseLong(header));
    }
    try {
      return Duration.between(
          now, ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }

  /** What to add to a message: something only if less is waited than was asked for. */
  String told() {
    return asked.equals(pause)
        ? ""
        : "; it asks to be left alone for "
            + asked.toSeconds()
            + " s, of which one minute is kept to";
  }
}
