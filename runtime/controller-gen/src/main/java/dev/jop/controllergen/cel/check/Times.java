package dev.jop.controllergen.cel.check;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts of timestamps and durations as Go does. */
final class Times {
  private static final long FIRST_SECOND = -62_135_596_800L;
  private static final long LAST_SECOND = 253_402_300_799L;
  private static final long MAX_OFFSET = 25 * 3600;
  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)T(\\d{1,2}):(\\d\\d):(\\d\\d)(?:[.,]\\d+)?"
              + "(?:Z|([+-])(\\d\\d):(\\d\\d))");
  private static final Pattern DURATION =
      Pattern.compile("[+-]?(?:0|(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:ns|us|µs|μs|ms|s|m|h))+)");
  private static final Pattern PART = Pattern.compile("([\\d.]+)(ns|us|µs|μs|ms|s|m|h)");
  private static final Map<String, Long> NANOSECONDS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "µs", 1_000L,
          "μs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final BigDecimal MAX_DURATION = BigDecimal.valueOf(Long.MAX_VALUE);

  private Times() {}

  static Optional<Object> timestamp(long second) {
    return second < FIRST_SECOND || second > LAST_SECOND
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(second));
  }

  static Optional<Object> timestamp(String text) {
    Matcher parts = TIMESTAMP.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(parts.group(1));
      LocalTime time = LocalTime.of(number(parts, 2), number(parts, 3), number(parts, 4));
      long offset = parts.group(5) == null ? 0 : 3600L * number(parts, 6) + 60L * number(parts, 7);
      if (offset >= MAX_OFFSET) {
        return Optional.empty();
      }
      long signed = "-".equals(parts.group(5)) ? -offset : offset;
      return timestamp(date.atTime(time).toEpochSecond(ZoneOffset.UTC) - signed);
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal("0" + (digits.endsWith(".") ? digits + "0" : digits));
  }

  static Optional<Object> duration(String text) {
    if (!DURATION.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      BigDecimal unit = BigDecimal.valueOf(NANOSECONDS.getOrDefault(part.group(2), 0L));
      sum = sum.add(number(part.group(1)).multiply(unit));
    }
    BigDecimal most = text.startsWith("-") ? MAX_DURATION.add(BigDecimal.ONE) : MAX_DURATION;
    return sum.compareTo(most) > 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(sum.longValue()));
  }
}
