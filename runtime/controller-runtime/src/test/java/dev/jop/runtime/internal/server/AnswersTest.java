package dev.jop.runtime.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswersTest {

  @Test
  void writesTimesAsHttpDoes() {
    assertThat(Answers.date(Instant.parse("1994-11-06T08:49:37Z")))
        .isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      Instant time = Instant.ofEpochSecond(1_000_000_000L + random.nextInt(Integer.MAX_VALUE));
      ZonedDateTime zoned = time.atZone(ZoneOffset.UTC);
      assertThat(ZonedDateTime.parse(Answers.date(time), DateTimeFormatter.RFC_1123_DATE_TIME))
          .as("seed %s", seed)
          .isEqualTo(zoned);
    }
  }
}
