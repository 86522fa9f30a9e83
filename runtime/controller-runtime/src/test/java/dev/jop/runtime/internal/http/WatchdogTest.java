package dev.jop.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final Watchdog watchdog = new Watchdog();
  private final AtomicInteger ended = new AtomicInteger();

  private Watchdog.Guard guard() {
    return watchdog.guard(ended::incrementAndGet);
  }

  @Test
  void endsAllThatHasALimitWhenItIsClosed() {
    guard().limit(TimeLimit.of(LONG).end());
    guard().limit(TimeLimit.of(LONG).end());
    Watchdog.Guard dismissed = guard();
    dismissed.limit(TimeLimit.of(LONG).end());
    dismissed.dismiss();

    watchdog.close();

    assertThat(ended).hasValue(2);
  }

  @Test
  void setsNoLimitThatNobodyLooksAfter() {
    Watchdog.Guard early = guard();
    early.limit(TimeLimit.of(LONG).end());
    watchdog.close();

    assertThat(guard().limit(TimeLimit.of(LONG).end())).isFalse();
    assertThat(early.limit(TimeLimit.of(LONG.multipliedBy(2)).end())).isFalse();
    assertThat(early.limit(TimeLimit.NEVER)).isTrue();
  }
}
