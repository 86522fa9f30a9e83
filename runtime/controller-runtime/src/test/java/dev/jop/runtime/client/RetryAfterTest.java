package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "' 7 ', 7",
    "60, 60",
    "61, 60",
    "99999, 60",
    "999999999999999999, 60",
    "9999999999999999999, 0",
    "-1, 0",
    "1.5, 0",
    "soon, 0",
    "'', 0",
    "'Sat, 28 Nov 2026 12:00:05 GMT', 5",
    "'Sat, 28 Nov 2026 11:00:00 GMT', 0",
    "'Sun, 28 Nov 2027 12:00:00 GMT', 60"
  })
  void readsSecondsAndDatesOfAMinuteAtMost(String header, long seconds) {
    assertThat(RetryAfter.parse(header, NOW).pause()).hasSeconds(seconds);
  }

  @ParameterizedTest
  @CsvSource({
    "60, ''",
    "61, '; it asks to be left alone for 61 s, of which one minute is kept to'",
    "'Sun, 28 Nov 2027 12:00:00 GMT', '; it asks to be left alone for 31536000 s, of which one"
        + " minute is kept to'"
  })
  void saysWhenLessIsWaitedThanWasAskedFor(String header, String told) {
    assertThat(RetryAfter.parse(header, NOW).told()).isEqualTo(told);
  }
}
