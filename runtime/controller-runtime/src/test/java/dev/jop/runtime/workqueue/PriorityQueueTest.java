package dev.jop.runtime.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PriorityQueueTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ManualClock clock = new ManualClock();
  private final WorkQueue<String> queue =
      WorkQueue.createPrioritized(
          WorkQueueOptions.<String>of("", RateLimiter.exponential()).withClock(clock));

  @Test
  @Tag("P1")
  void handsOutTheHigherPriorityFirstAndEqualOnesInTheOrderOfAdding() throws Exception {
    add("low", -100);
    add("a", 0);
    add("high", 7);
    add("b", 0);
    queue.add("c");

    assertThat(take(5)).containsExactly("high", "a", "b", "c", "low");
  }

  @Test
  @Tag("P1")
  void tellsTheWorkerThePriority() throws Exception {
    add("a", 5);
    queue.add("b");

    assertThat(queue.getWithPriority()).hasValue(new Prioritized<>("a", 5));
    assertThat(queue.getWithPriority()).hasValue(new Prioritized<>("b", 0));
  }

  @Test
  @Tag("P2")
  void letsLowerKeysOvertakeAKeyThatIsBeingProcessed() throws Exception {
    add("a", 9);
    assertThat(take(1)).containsExactly("a");
    add("a", 9);
    add("b", 1);

    assertThat(queue.length()).isOne();
    assertThat(take(1)).containsExactly("b");
    assertThat(queue.length()).isZero();
  }

  @Test
  @Tag("P3")
  void handsOutInItsTurnAKeyThatWasAddedWhileItWasProcessed() throws Exception {
    queue.add("a");
    assertThat(take(1)).containsExactly("a");
    queue.add("a");
    queue.add("b");
    assertThat(take(1)).containsExactly("b");
    queue.add("c");
    queue.done("a");

    assertThat(take(2)).containsExactly("a", "c");
  }

  @Test
  @Tag("P3")
  void keepsTheOrderOfSeveralKeysThatWereAddedWhileTheyWereProcessed() throws Exception {
    queue.addAll(List.of("a", "b", "c"), AddOptions.defaults());
    assertThat(take(3)).containsExactly("a", "b", "c");
    queue.addAll(List.of("c", "a", "b"), AddOptions.defaults());
    queue.add("d");
    assertThat(take(1)).containsExactly("d");
    queue.add("e");
    queue.done("a");
    queue.done("b");
    queue.done("c");

    assertThat(take(4)).containsExactly("c", "a", "b", "e");
  }

  @Test
  @Tag("P4")
  void makesOneOfDuplicates() {
    add("a", 0);
    add("a", 3);
    queue.addAfter("a", MINUTE);

    assertThat(queue.length()).isOne();
    assertThat(queue.snapshot())
        .containsExactly(new QueuedItem<>("a", 3, false, true, Duration.ZERO));
  }

  @Test
  @Tag("P5")
  void keepsTheHigherOfTwoPriorities() throws Exception {
    add("rises", 1);
    add("rises", 2);
    add("stays", 2);
    add("stays", 1);

    assertThat(queue.getWithPriority()).hasValue(new Prioritized<>("rises", 2));
    assertThat(queue.getWithPriority()).hasValue(new Prioritized<>("stays", 2));
  }

  @Test
  @Tag("P5")
  void keepsTheHigherPriorityOfADelayedKey() throws Exception {
    queue.add("a", AddOptions.defaults().withAfter(MINUTE).withPriority(2));
    queue.add("a", AddOptions.defaults().withAfter(MINUTE).withPriority(1));
    clock.advance(MINUTE);

    assertThat(queue.getWithPriority()).hasValue(new Prioritized<>("a", 2));
  }

  @Test
  @Tag("P6")
  void putsARaisedKeyToTheEndOfItsNewPriority() throws Exception {
    add("raised", 0);
    add("a", 1);
    add("raised", 1);
    add("b", 1);

    assertThat(take(3)).containsExactly("a", "raised", "b");
  }

  @Test
  @Tag("P6")
  void raisesAKeyThatIsBeingProcessed() throws Exception {
    queue.add("a");
    assertThat(take(1)).containsExactly("a");
    add("a", 0);
    add("b", 1);
    assertThat(take(1)).containsExactly("b");
    add("a", 1);
    add("c", 1);
    queue.done("a");

    assertThat(take(2)).containsExactly("a", "c");
  }

  @Test
  @Tag("P7")
  void keepsTheEarlierOfTwoDelays() {
    queue.addAfter("a", MINUTE.multipliedBy(2));
    queue.addAfter("a", MINUTE);
    queue.addAfter("a", MINUTE.multipliedBy(3));
    clock.advance(MINUTE);

    assertThat(queue.length()).isOne();
  }

  @Test
  @Tag("P7")
  void takesTheEarlierOfADelayAndTheRateLimit() {
    queue.add("limit", AddOptions.defaults().withAfter(MINUTE).withRateLimited(true));
    queue.forget("delay");
    queue.add("delay", AddOptions.defaults().withAfter(Duration.ofMillis(2)).withRateLimited(true));
    clock.advance(Duration.ofMillis(2));
    assertThat(queue.length()).isOne();
    clock.advance(Duration.ofMillis(3));
    assertThat(queue.length()).isEqualTo(2);
    assertThat(queue.numRequeues("delay")).isOne();
  }

  @Test
  @Tag("P8")
  void leavesAReadyKeyReadyWhenItIsAddedWithADelay() throws Exception {
    queue.add("a");
    queue.addAfter("a", MINUTE);

    assertThat(take(1)).containsExactly("a");
    queue.done("a");
    clock.advance(MINUTE);
    assertThat(queue.length()).isZero();
  }

  @Test
  @Tag("P9")
  void makesAWaitingKeyReadyWhenItIsAddedWithoutDelay() throws Exception {
    queue.addAfter("a", MINUTE);
    queue.add("a");

    assertThat(take(1)).containsExactly("a");
    queue.done("a");
    assertThat(queue.snapshot()).isEmpty();
  }

  @Test
  @Tag("P10")
  void handsOutAWaitingKeyAtItsTimeAndNotBefore() throws Exception {
    queue.addAfter("a", MINUTE);
    clock.advance(MINUTE.minusNanos(1));
    assertThat(queue.length()).isZero();
    clock.advance(Duration.ofNanos(1));

    assertThat(take(1)).containsExactly("a");
  }

  @Test
  @Tag("P11")
  void letsAKeyThatBecameReadyGoBeforeLowerOnesInTheOrderOfBecomingReady() throws Exception {
    queue.add("second", AddOptions.defaults().withAfter(Duration.ofSeconds(2)).withPriority(1));
    queue.add("first", AddOptions.defaults().withAfter(Duration.ofSeconds(1)).withPriority(1));
    add("low", 0);
    clock.advance(Duration.ofSeconds(3));
    add("third", 1);

    assertThat(take(4)).containsExactly("first", "second", "third", "low");
  }

  @Test
  @Tag("P12")
  void doesNotCountWaitingKeys() {
    queue.addAfter("a", MINUTE);
    queue.add("b");
    queue.addAfter("c", MINUTE);
    queue.add("d");

    assertThat(queue.length()).isEqualTo(2);
  }

  @Test
  @Tag("P14")
  void delaysEachOfManyKeysByALimitOfItsOwn() {
    queue.addRateLimited("twice");
    queue.addAll(List.of("once", "twice"), AddOptions.defaults().withRateLimited(true));
    queue.addRateLimited("later");
    queue.addRateLimited("later");

    assertThat(queue.numRequeues("once")).isOne();
    assertThat(queue.numRequeues("twice")).isEqualTo(2);
    clock.advance(Duration.ofMillis(5));
    assertThat(queue.length()).isEqualTo(3);
  }

  @Test
  @Tag("P14")
  void asksTheLimiterOnceForEachOfManyKeys() {
    RateLimiter<String> growing =
        RateLimiter.maxOf(List.of(RateLimiter.tokenBucket(1, 1, clock), RateLimiter.exponential()));
    WorkQueue<String> limited =
        WorkQueue.createPrioritized(WorkQueueOptions.of("", growing).withClock(clock));
    limited.addAll(List.of("a", "b", "c"), AddOptions.defaults().withRateLimited(true));

    assertThat(limited.snapshot())
        .extracting(QueuedItem::delay)
        .containsExactlyInAnyOrder(
            Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  private void add(String item, int priority) {
    queue.add(item, AddOptions.defaults().withPriority(priority));
  }

  private List<String> take(int count) throws InterruptedException {
    String[] items = new String[count];
    for (int i = 0; i < count; i++) {
      items[i] = queue.length() > 0 ? queue.get().orElseThrow() : "nothing";
    }
    return List.of(items);
  }
}
