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
 * @param said what it says, empty for nothing
 * @param pause how long to wait, zero if it does not say
 */
record RetryAfter(String said, Duration pause) {

  /** The longest wait. */
  static final Duration LONGEST = Duration.ofMinutes(1);

  /** It says nothing. */
  static final RetryAfter NONE = new RetryAfter("", Duration.ZERO);

  /**
   * Reads a {@code Retry-After} header: seconds, or a date of HTTP.
   *
   * @return {@link #NONE} if it is neither, or in the past
   */
  static RetryAfter parse(String header, Instant now) {
    String said = header.strip();
    Duration asked;
    if (said.matches("[0-9]{1,18}")) {
      asked = Duration.ofSeconds(Long.parseLong(said));
      said = said + " s";
    } else {
      try {
        asked =
            Duration.between(
                now, ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeParseException e) {
        return NONE;
      }
    }
    return asked.isNegative() || asked.isZero()
        ? NONE
        : new RetryAfter(said, asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
  }

  /** What to add to a message: something only if less is waited than was asked for. */
  String told() {
    return pause.equals(LONGEST) && !said.equals(LONGEST.toSeconds() + " s")
        ? "; it asks to be left alone until " + said + ", which counts as one minute"
        : "";
  }
}
