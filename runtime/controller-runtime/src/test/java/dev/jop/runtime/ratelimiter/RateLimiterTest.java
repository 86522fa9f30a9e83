package dev.jop.runtime.ratelimiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

  private static final Duration FAST = Duration.ofMillis(5);
  private static final Duration SLOW = Duration.ofSeconds(10);

  private final ManualClock clock = new ManualClock();

  @Test
  @Tag("R3")
  void letsTheFirstFailuresWaitShortAndFurtherOnesLong() {
    RateLimiter<String> limiter = RateLimiter.fastSlow(FAST, SLOW, 2);

    assertThat(List.of(limiter.when("a"), limiter.when("a"), limiter.when("a")))
        .containsExactly(FAST, FAST, SLOW);
    assertThat(limiter.when("b")).isEqualTo(FAST);
    assertThat(limiter.numRequeues("a")).isEqualTo(3);
    limiter.forget("a");
    assertThat(limiter.numRequeues("a")).isZero();
    assertThat(limiter.when("a")).isEqualTo(FAST);
  }

  @Test
  @Tag("R4")
  void saysTheLongestDelayAndTheMostFailuresOfSeveral() {
    RateLimiter<String> counting = RateLimiter.exponential(FAST, SLOW);
    RateLimiter<String> steps = RateLimiter.fastSlow(Duration.ofMillis(6), SLOW, 3);
    RateLimiter<String> limiter = RateLimiter.maxOf(List.of(counting, steps));
    counting.when("b");

    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(6));
    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(10));
    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(20));
    assertThat(limiter.when("a")).isEqualTo(SLOW);
    assertThat(limiter.numRequeues("b")).isOne();
    limiter.forget("a");
    assertThat(counting.numRequeues("a")).isZero();
    assertThat(steps.numRequeues("a")).isZero();
  }

  @Test
  @Tag("R5")
  void saysNoMoreThanTheLongestWait() {
    Duration max = Duration.ofMillis(12);
    RateLimiter<String> limiter = RateLimiter.withMaxWait(RateLimiter.exponential(FAST, SLOW), max);

    assertThat(limiter.when("a")).isEqualTo(FAST);
    assertThat(limiter.when("a")).isEqualTo(FAST.multipliedBy(2));
    assertThat(limiter.when("a")).isEqualTo(max);
    assertThat(limiter.numRequeues("a")).isEqualTo(3);
    limiter.forget("a");
    assertThat(limiter.when("a")).isEqualTo(FAST);
  }

  @Test
  void letsABurstGoAtOnceAndTheRestAtTheRate() {
    RateLimiter<String> limiter = RateLimiter.tokenBucket(10, 2, clock);

    assertThat(limiter.when("a")).isZero();
    assertThat(limiter.when("b")).isZero();
    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(100));
    assertThat(limiter.when("c")).isEqualTo(Duration.ofMillis(200));
    clock.advance(Duration.ofMillis(250));
    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(50));
    assertThat(limiter.numRequeues("a")).isZero();
  }

  @Test
  void fillsTheBucketNoFurtherThanTheBurst() {
    RateLimiter<String> limiter = RateLimiter.tokenBucket(10, 2, clock);
    clock.advance(Duration.ofDays(1));

    assertThat(limiter.when("a")).isZero();
    assertThat(limiter.when("a")).isZero();
    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  @Tag("R6")
  void limitsAllItemsTogetherByDefaultWithoutPriorities() {
    RateLimiter<Integer> limiter = RateLimiter.controllerDefault(clock);
    for (int i = 0; i < 100; i++) {
      assertThat(limiter.when(i)).isEqualTo(Duration.ofMillis(5));
    }
    for (int i = 100; i < 200; i++) {
      limiter.when(i);
    }

    assertThat(limiter.when(200)).isEqualTo(Duration.ofMillis(10_100));
  }

  @Test
  @Tag("R6")
  void limitsEachItemAloneByDefaultWithPriorities() {
    RateLimiter<Integer> limiter = RateLimiter.exponential();
    for (int i = 0; i < 1_000; i++) {
      assertThat(limiter.when(i)).isEqualTo(Duration.ofMillis(5));
    }
    for (int i = 0; i < 100; i++) {
      limiter.when(0);
    }

    assertThat(limiter.when(0)).isEqualTo(Duration.ofSeconds(1000));
    assertThat(RateLimiter.<Integer>itemBased().when(0)).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> RateLimiter.tokenBucket(0, 1, clock))
        .hasMessageContaining("0.0 a second");
    assertThatThrownBy(() -> RateLimiter.tokenBucket(1, 0, clock)).hasMessageContaining("and 0");
    assertThatThrownBy(() -> RateLimiter.fastSlow(FAST, SLOW, -1))
        .hasMessageContaining("must not be negative");
  }
}
