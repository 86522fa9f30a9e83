package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.testing.ManualClock;
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
    Backoff backoff = new Backoff(FIRST, LONGEST, () -> 0, new Random(1));
    List<Long> unjittered = List.of(800L, 1600L, 3200L, 6400L, 12800L, 25600L, 30000L, 30000L);

    for (long millis : unjittered) {
      assertThat(backoff.next())
          .isBetween(Duration.ofMillis(millis), Duration.ofMillis(2 * millis));
    }
    backoff.reset();

    assertThat(backoff.next()).isLessThanOrEqualTo(FIRST.multipliedBy(2));
  }

  @Test
  void beginsAnewWithTheFirstWaitEveryTwoMinutes() {
    ManualClock clock = new ManualClock();
    Backoff backoff = new Backoff(FIRST, LONGEST, clock::nanoTime, () -> 0);
    for (int i = 0; i < 8; i++) {
      backoff.next();
    }
    clock.advance(Duration.ofMinutes(2));
    assertThat(backoff.next()).isEqualTo(LONGEST);
    clock.advance(Duration.ofNanos(1));

    assertThat(backoff.next()).isEqualTo(FIRST);
    assertThat(backoff.next()).isEqualTo(FIRST.multipliedBy(2));
  }

  @Test
  void differsFromOneToTheNextWhoWait() {
    List<Duration> waits =
        Stream.generate(() -> new Backoff(FIRST, LONGEST, () -> 0).next()).limit(100).toList();

    assertThat(waits).allMatch(wait -> wait.compareTo(FIRST) >= 0);
    assertThat(waits.stream().distinct().count()).isGreaterThan(50);
  }
}
