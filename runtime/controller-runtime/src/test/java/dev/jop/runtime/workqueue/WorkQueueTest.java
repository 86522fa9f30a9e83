package dev.jop.runtime.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ManualClock;
import dev.jop.runtime.thread.Threads;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a queue in the order of adding and for one in that of priority. */
@ParameterizedClass(name = "prioritized: {0}")
@ValueSource(booleans = {false, true})
class WorkQueueTest {

  private final ManualClock clock = new ManualClock();
  private final RateLimiter<String> limiter =
      RateLimiter.exponential(Duration.ofMillis(5), Duration.ofSeconds(1));
  private final WorkQueue<String> queue;

  WorkQueueTest(boolean prioritized) {
    WorkQueueOptions<String> options = WorkQueueOptions.of("", limiter).withClock(clock);
    queue = prioritized ? WorkQueue.createPrioritized(options) : WorkQueue.create(options);
  }

  @Test
  void handsOutInTheOrderOfAdding() throws Exception {
    queue.add("a");
    queue.add("b");
    queue.add("c");

    assertThat(queue.get()).hasValue("a");
    assertThat(queue.get()).hasValue("b");
    assertThat(queue.get()).hasValue("c");
  }

  @Test
  @Tag("Q1")
  void doesNotHandOutAKeyThatIsBeingProcessed() throws Exception {
    queue.add("a");
    assertThat(queue.get()).hasValue("a");
    queue.add("a");
    queue.add("b");

    assertThat(queue.get()).hasValue("b");
    assertThat(queue.length()).isZero();
  }

  @Test
  @Tag("Q2")
  void addsAQueuedKeyOnlyOnce() throws Exception {
    queue.add("a");
    queue.add("a");

    assertThat(queue.get()).hasValue("a");
    queue.done("a");
    assertThat(queue.length()).isZero();
  }

  @Test
  @Tag("Q3")
  @Tag("Q4")
  void handsOutOnceMoreWhatWasAddedWhileItWasProcessed() throws Exception {
    queue.add("a");
    assertThat(queue.get()).hasValue("a");
    queue.add("a");
    queue.add("a");
    assertThat(queue.length()).isZero();

    queue.done("a");
    assertThat(queue.length()).isOne();
    assertThat(queue.get()).hasValue("a");
    queue.done("a");
    assertThat(queue.length()).isZero();
  }

  @Test
  @Tag("Q5")
  void countsQueuedKeysAndNotProcessedOnes() throws Exception {
    queue.add("a");
    queue.add("b");
    queue.addAfter("c", Duration.ofMillis(1));
    assertThat(queue.length()).isEqualTo(2);
    assertThat(queue.get()).hasValue("a");
    assertThat(queue.length()).isOne();
  }

  @Test
  @Tag("Q10")
  void doesNotRetainAKeyThatIsDone() throws Exception {
    WorkQueueOptions<Object> options = WorkQueueOptions.of("", RateLimiter.exponential());
    WorkQueue<Object> objects =
        queue.isPrioritized() ? WorkQueue.createPrioritized(options) : WorkQueue.create(options);
    WeakReference<Object> key = pass(objects);

    Await.until(
        "the collection of a key that is done",
        () -> {
          System.gc();
          return key.get() == null;
        });
    assertThat(objects.length()).isZero();
  }

  private static WeakReference<Object> pass(WorkQueue<Object> objects) throws Exception {
    Object key = new Object();
    objects.addAfter(key, Duration.ofHours(1));
    objects.add(key);
    objects.done(objects.get().orElseThrow());
    return new WeakReference<>(key);
  }

  @Test
  @Tag("Q11")
  void addsAtOnceWhatIsDelayedByNothing() {
    queue.addAfter("a", Duration.ZERO);
    queue.addAfter("b", Duration.ofMillis(-1));

    assertThat(queue.length()).isEqualTo(2);
  }

  @Test
  @Tag("Q11")
  void addsDelayedKeysNotBeforeTheirTime() {
    queue.addAfter("a", Duration.ofMillis(50));
    clock.advance(Duration.ofMillis(49));
    assertThat(queue.length()).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(queue.length()).isOne();
  }

  @Test
  @Tag("Q11")
  void wakesAWorkerWhenADelayedKeyIsDue() {
    queue.addAfter("a", Duration.ofDays(1_000_000));
    queue.addAfter("b", Duration.ofSeconds(1000));
    CompletableFuture<Optional<String>> worker = getInBackground();
    clock.advance(Duration.ofSeconds(1000));

    assertThat(worker.orTimeout(30, TimeUnit.SECONDS).join()).hasValue("b");
  }

  @Test
  @Tag("Q12")
  void keepsTheEarlierOfTwoTimes() throws Exception {
    queue.addAfter("a", Duration.ofMillis(50));
    queue.addAfter("a", Duration.ofMillis(30));
    queue.addAfter("a", Duration.ofMillis(70));
    clock.advance(Duration.ofMillis(30));

    assertThat(queue.get()).hasValue("a");
    queue.done("a");
    clock.advance(Duration.ofMillis(40));
    assertThat(queue.length()).isZero();
  }

  @Test
  void replacesADelayByAnAddAtOnce() throws Exception {
    queue.addAfter("a", Duration.ofMillis(50));
    queue.add("a");
    assertThat(queue.get()).hasValue("a");
    queue.done("a");
    clock.advance(Duration.ofMillis(50));

    assertThat(queue.length()).isZero();
  }

  @Test
  void handsOutAgainWhatBecameDueWhileItWasProcessed() throws Exception {
    queue.add("a");
    assertThat(queue.get()).hasValue("a");
    queue.addAfter("a", Duration.ofMillis(50));
    clock.advance(Duration.ofMillis(50));
    assertThat(queue.length()).isZero();

    queue.done("a");
    assertThat(queue.get()).hasValue("a");
  }

  @Test
  @Tag("Q13")
  void handsOutDelayedKeysInTheOrderOfTheirTimes() throws Exception {
    for (int i : new int[] {5, 2, 9, 1, 7, 3, 8, 4, 6}) {
      queue.addAfter("" + i, Duration.ofMillis(i));
    }
    queue.addAfter("8", Duration.ofNanos(1));
    queue.add("9");
    clock.advance(Duration.ofMillis(20));

    StringBuilder order = new StringBuilder();
    while (queue.length() > 0) {
      order.append(queue.get().orElseThrow());
    }
    assertThat(order).hasToString("981234567");
  }

  @Test
  @Tag("Q14")
  void delaysAsTheLimiterSaysUntilTheKeyIsForgotten() throws Exception {
    queue.addRateLimited("a");
    clock.advance(Duration.ofMillis(5));
    assertThat(queue.get()).hasValue("a");
    queue.addRateLimited("a");
    queue.done("a");
    assertThat(queue.numRequeues("a")).isEqualTo(2);
    clock.advance(Duration.ofMillis(9));
    assertThat(queue.length()).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(queue.get()).hasValue("a");

    queue.forget("a");
    assertThat(queue.numRequeues("a")).isZero();
    queue.addRateLimited("a");
    queue.done("a");
    clock.advance(Duration.ofMillis(5));
    assertThat(queue.length()).isOne();
  }

  private CompletableFuture<Optional<String>> getInBackground() {
    CompletableFuture<Optional<String>> result = new CompletableFuture<>();
    getInBackground(result);
    return result;
  }

  private Thread getInBackground(CompletableFuture<Optional<String>> result) {
    return Threads.start(
        "get",
        () -> {
          try {
            result.complete(queue.get());
          } catch (InterruptedException e) {
            result.completeExceptionally(e);
          }
        });
  }
}
