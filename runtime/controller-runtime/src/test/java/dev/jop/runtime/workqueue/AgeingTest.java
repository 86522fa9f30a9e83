package dev.jop.runtime.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.testing.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Low priority never starves, and high priority keeps its share. */
class AgeingTest {

  private static final Duration AFTER = Duration.ofSeconds(10);
  private static final int EVERY = 8;

  private final ManualClock clock = new ManualClock();
  private final WorkQueue<String> queue =
      WorkQueue.createPrioritized(
          WorkQueueOptions.<String>of("", RateLimiter.exponential()).withClock(clock));
  private int urgent;

  @Test
  void keepsToPriorityUntilAnItemIsOld() throws Exception {
    addLow("low");
    for (int i = 0; i < 10 * EVERY; i++) {
      assertThat(takeUnderPressure()).startsWith("urgent");
    }
    clock.advance(AFTER.minusNanos(1));

    for (int i = 0; i < 10 * EVERY; i++) {
      assertThat(takeUnderPressure()).startsWith("urgent");
    }
  }

  @Test
  void handsOutAnOldItemWithinTheBound() throws Exception {
    addLow("low");
    clock.advance(AFTER);

    assertThat(handOutsUntil("low")).isEqualTo(EVERY);
  }

  @Test
  void handsOutAnOldItemWithinTheBoundThatThoseBeforeItMake() throws Exception {
    int before = 20;
    for (int i = 0; i < before; i++) {
      addLow("low" + i);
    }
    addLow("last");
    clock.advance(AFTER);

    assertThat(handOutsUntil("last")).isLessThanOrEqualTo(EVERY * (before + 1));
  }

  @Test
  void handsOutTheOldestOfTheOldWhateverItsPriority() throws Exception {
    queue.add("lowest", AddOptions.defaults().withPriority(Integer.MIN_VALUE));
    clock.advance(Duration.ofNanos(1));
    addLow("low");
    clock.advance(AFTER);

    int first = handOutsUntil("lowest");
    assertThat(first).isEqualTo(EVERY);
    assertThat(handOutsUntil("low")).isEqualTo(EVERY);
  }

  @Test
  void leavesAllOtherHandOutsToPriority() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      addLow("low" + i);
    }
    clock.advance(AFTER);
    int old = 0;
    for (int i = 0; i < 100 * EVERY; i++) {
      old += takeUnderPressure().startsWith("low") ? 1 : 0;
    }

    assertThat(old).isEqualTo(100);
  }

  @Test
  void countsTheTimeOfARaisedItemFromItsFirstAdding() throws Exception {
    addLow("low");
    clock.advance(AFTER);
    queue.add("low", AddOptions.defaults().withPriority(-1));

    assertThat(handOutsUntil("low")).isEqualTo(EVERY);
  }

  @Test
  void letsAnOldItemPassYoungerOnesThatStandBeforeItInItsNewPriority() throws Exception {
    addLow("low");
    clock.advance(AFTER);
    for (int i = 0; i < 1_000; i++) {
      queue.add("younger" + i);
    }
    queue.add("low");

    assertThat(handOutsUntil("low")).isEqualTo(EVERY);
  }

  @Test
  void countsTheTimeOfADelayedItemFromItsBecomingReady() throws Exception {
    queue.add("low", AddOptions.defaults().withAfter(AFTER).withPriority(-100));
    clock.advance(AFTER.multipliedBy(2).minusNanos(1));
    for (int i = 0; i < 10 * EVERY; i++) {
      assertThat(takeUnderPressure()).startsWith("urgent");
    }
    clock.advance(Duration.ofNanos(1));

    assertThat(handOutsUntil("low")).isEqualTo(EVERY);
  }

  @Test
  void hasLimits() {
    assertThatThrownBy(() -> new Ageing(Duration.ofNanos(-1), EVERY))
        .hasMessageContaining("after must be from zero");
    assertThatThrownBy(() -> new Ageing(AFTER, 1)).hasMessageContaining("at least 2");
    assertThat(Ageing.defaults()).isEqualTo(new Ageing(AFTER, EVERY));
  }

  private void addLow(String item) {
    queue.add(item, AddOptions.defaults().withPriority(-100));
  }

  /** Takes an item while there always is an urgent one. */
  private String takeUnderPressure() throws InterruptedException {
    queue.add("urgent" + urgent++);
    String item = queue.get().orElseThrow();
    queue.done(item);
    return item;
  }

  private int handOutsUntil(String item) throws InterruptedException {
    int count = 1;
    while (!takeUnderPressure().equals(item)) {
      count++;
      assertThat(count).as("hand-outs without " + item).isLessThan(10_000);
    }
    return count;
  }
}
