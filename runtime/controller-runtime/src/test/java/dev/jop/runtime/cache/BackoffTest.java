package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("I12")
class BackoffTest {

  private static final Duration FIRST = Duration.ofMillis(800);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Test
  void doublesUpToItsLimitAndBeginsAnew() {
    Backoff backoff = new Backoff(FIRST, LONGEST, new Random(1));
    List<Long> unjittered = List.of(800L, 1600L, 3200L, 6400L, 12800L, 30000L, 30000L, 30000L);

    for (long millis : unjittered) {
      assertThat(backoff.next())
          .isBetween(Duration.ofMillis(millis), Duration.ofMillis(2 * millis));
    }
    backoff.reset();

    assertThat(backoff.next()).isLessThanOrEqualTo(FIRST.multipliedBy(2));
  }

  @Test
  void differsFromOneToTheNextWhoWait() {
    List<Duration> waits =
        Stream.generate(() -> new Backoff(FIRST, LONGEST).next()).limit(100).toList();

    assertThat(waits).allMatch(wait -> wait.compareTo(FIRST) >= 0);
    assertThat(waits.stream().distinct().count()).isGreaterThan(50);
  }
}
