package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("I12")
class PaceTest {

  private static final Duration FIRST = Duration.ofMillis(800);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final RandomGenerator NO_JITTER = () -> 0;

  private final ApiException broken = new ApiException("broke", new IllegalStateException());
  private final ApiException notFound = new ApiException("no path", 404, "");
  private final ApiException notReady = new ApiException("not ready", 503, "");
  private final ManualClock clock = new ManualClock();
  private final Pace pace = new Pace(backoff(), backoff(), clock::nanoTime);

  @Test
  void goesOnAtOnceBehindAWatchThatHasLivedForASecondInWhateverWayItEnds() {
    for (int i = 0; i < 20; i++) {
      watch(Duration.ofSeconds(1));
      assertThat(i % 2 == 0 ? pace.afterEnd() : pace.afterFailure(broken)).isZero();
    }
  }

  @Test
  void waitsLongerAndLongerIfWatchesAreAcceptedAndCutAtOnce() {
    List<Long> waits =
        Stream.generate(
                () -> {
                  watch(Duration.ofMillis(999));
                  return pace.afterEnd().toMillis();
                })
            .limit(8)
            .toList();

    assertThat(waits).containsExactly(800L, 1600L, 3200L, 6400L, 12800L, 25600L, 30000L, 30000L);
    watch(Duration.ofSeconds(1));
    assertThat(pace.afterFailure(broken)).isZero();
    watch(Duration.ZERO);
    assertThat(pace.afterFailure(broken)).isEqualTo(FIRST);
  }

  @Test
  void waitsOnceInARowLessBehindShortWatchesThatTellOfChanges() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      watch(Duration.ofMillis(10));
      pace.progressed();
      waits.add(pace.afterEnd());
    }

    assertThat(waits).containsExactly(Duration.ZERO, FIRST, FIRST, FIRST, FIRST);
  }

  @Test
  void beginsAnewWithTheWaitsBehindRefusalsWhenAWatchIsAcceptedOrAListAnswered() {
    refusals(broken, 4);
    watch(Duration.ofSeconds(1));
    assertThat(pace.afterFailure(broken)).isZero();
    assertThat(refusals(broken, 2)).containsExactly(800L, 1600L);

    pace.begin();
    pace.listed();
    assertThat(pace.afterEnd()).isZero();
    assertThat(refusals(broken, 2)).containsExactly(800L, 1600L);
  }

  @Test
  void beginsAnewWhenWhatWasNotThereAnswersAtAll() {
    refusals(broken, 4);
    assertThat(refusals(notReady, 2)).containsExactly(800L, 1600L);
    assertThat(refusals(notFound, 3)).containsExactly(3200L, 6400L, 12800L);
    assertThat(refusals(notReady, 2)).containsExactly(800L, 1600L);
  }

  @Test
  @Tag("I4")
  void waitsNotAtAllBehindAnExpiredVersionUnlessItGoesRoundInCircles() {
    refusals(notFound, 4);
    assertThat(expiries(5)).containsExactly(0L, 0L, 800L, 1600L, 3200L);

    watch(Duration.ofMinutes(1));
    assertThat(pace.afterExpiry()).isZero();
    assertThat(expiries(3)).containsExactly(0L, 800L, 1600L);
  }

  @Test
  @Tag("I7")
  void waitsBehindAWatchThatEndsForTooManyRequestsHoweverLongItHasLived() {
    watch(Duration.ofMinutes(1));

    assertThat(pace.afterFailure(new ApiException("no", 429, "TooManyRequests"))).isEqualTo(FIRST);
  }

  /**
   * For a kind that is not there, client-go 0.37 waits 0.8 s, doubles that up to 30 s, and begins
   * anew with the first wait behind two minutes since it has begun anew.
   */
  @Test
  void asksForAMissingKindAsOftenAsClientGoDoes() {
    List<Long> ours = new ArrayList<>();
    Duration passed = Duration.ZERO;
    while (passed.compareTo(Duration.ofMinutes(30)) < 0) {
      pace.begin();
      Duration wait = pace.afterFailure(notFound);
      clock.advance(wait);
      passed = passed.plus(wait);
      ours.add(passed.toMillis());
    }

    assertThat(ours).isEqualTo(clientGo(ours.size()));
  }

  private static List<Long> clientGo(int tries) {
    List<Long> times = new ArrayList<>();
    long now = 0;
    long begun = 0;
    double wait = 800;
    for (int i = 0; i < tries; i++) {
      if (now - begun > 120_000) {
        begun = now;
        wait = 800;
      }
      now += (long) wait;
      times.add(now);
      wait = Math.min(30_000, wait * 2);
    }
    return times;
  }

  @Test
  void asksForAKindThatWasAwayForLongWithinAMinuteWhateverTheJitter() {
    for (long seed = 0; seed < 1_000; seed++) {
      ManualClock time = new ManualClock();
      Random random = new Random(seed);
      Backoff backoff = new Backoff(FIRST, LONGEST, time::nanoTime, random);
      Pace jittered = new Pace(backoff, backoff, time::nanoTime);
      Duration away = Duration.ofSeconds(random.nextInt(600));
      Duration passed = Duration.ZERO;
      while (passed.compareTo(away) < 0) {
        Duration wait = jittered.afterFailure(notFound);
        time.advance(wait);
        passed = passed.plus(wait);
      }

      assertThat(passed.minus(away))
          .as("seed %d", seed)
          .isLessThanOrEqualTo(LONGEST.multipliedBy(2));
      assertThat(jittered.afterExpiry()).as("seed %d", seed).isZero();
    }
  }

  private Backoff backoff() {
    return new Backoff(FIRST, LONGEST, clock::nanoTime, NO_JITTER);
  }

  private void watch(Duration life) {
    pace.begin();
    pace.accepted();
    clock.advance(life);
  }

  private List<Long> refusals(ApiException error, int times) {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      pace.begin();
      waits.add(pace.afterFailure(error).toMillis());
    }
    return waits;
  }

  private List<Long> expiries(int times) {
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      pace.begin();
      waits.add(pace.afterExpiry().toMillis());
    }
    return waits;
  }
}
