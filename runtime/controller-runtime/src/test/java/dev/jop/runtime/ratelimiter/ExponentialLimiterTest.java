package dev.jop.runtime.ratelimiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExponentialLimiterTest {

  @Test
  @Tag("R1")
  void doublesTheDelayOfEachKeyUpToTheMaximum() {
    RateLimiter<String> limiter =
        RateLimiter.exponential(Duration.ofMillis(1), Duration.ofMillis(5));

    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(1));
    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(2));
    assertThat(limiter.when("b")).isEqualTo(Duration.ofMillis(1));
    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(4));
    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(5));
    assertThat(limiter.numRequeues("a")).isEqualTo(4);

    limiter.forget("a");
    assertThat(limiter.numRequeues("a")).isZero();
    assertThat(limiter.when("a")).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  @Tag("R2")
  void staysAtTheMaximumForAnyNumberOfFailures() {
    Duration max = Duration.ofDays(36_500);
    RateLimiter<String> limiter = RateLimiter.exponential(Duration.ofMillis(1), max);
    Duration before = Duration.ZERO;
    for (int i = 0; i < 200; i++) {
      Duration delay = limiter.when("a");
      assertThat(delay).isBetween(before, max);
      before = delay;
    }
    assertThat(before).isEqualTo(max);
  }

  @Test
  void refusesDelaysThatDoNotGrow() {
    assertThatThrownBy(() -> RateLimiter.exponential(Duration.ZERO, Duration.ofMillis(5)))
        .hasMessageContaining("must be positive and grow");
    assertThatThrownBy(() -> RateLimiter.exponential(Duration.ofMillis(6), Duration.ofMillis(5)))
        .hasMessageContaining("must be positive and grow");
  }
}
