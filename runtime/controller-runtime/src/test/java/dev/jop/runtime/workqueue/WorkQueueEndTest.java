package dev.jop.runtime.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ManualClock;
import dev.jop.runtime.thread.Threads;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** How a queue ends, in the order of adding or in that of priority. */
@ParameterizedClass(name = "prioritized: {0}")
@ValueSource(booleans = {false, true})
class WorkQueueEndTest {

  private final ManualClock clock = new ManualClock();
  private final RateLimiter<String> limiter =
      RateLimiter.exponential(Duration.ofMillis(5), Duration.ofSeconds(1));
  private final WorkQueue<String> queue;

  WorkQueueEndTest(boolean prioritized) {
    WorkQueueOptions<String> options = WorkQueueOptions.of("", limiter).withClock(clock);
    queue = prioritized ? WorkQueue.createPrioritized(options) : WorkQueue.create(options);
  }

  @Test
  @Tag("Q6")
  void handsOutWhatIsQueuedAfterAShutDownAndAddsNothing() throws Exception {
    queue.add("a");
    queue.shutDown();
    queue.add("b");
    queue.addAfter("c", Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(1));

    assertThat(queue.get()).hasValue("a");
    assertThat(queue.get()).isEmpty();
  }

  @Test
  @Tag("Q6")
  void wakesThoseWhoWaitWhenItIsShutDown() {
    CompletableFuture<Optional<String>> first = getInBackground();
    CompletableFuture<Optional<String>> second = getInBackground();
    queue.shutDown();

    assertThat(first.orTimeout(30, TimeUnit.SECONDS).join()).isEmpty();
    assertThat(second.orTimeout(30, TimeUnit.SECONDS).join()).isEmpty();
  }

  @Test
  @Tag("Q7")
  void drainsUntilAllThatIsProcessedIsDone() throws Exception {
    queue.add("a");
    queue.add("b");
    assertThat(queue.get()).hasValue("a");
    assertThat(queue.get()).hasValue("b");
    Thread drain = drainInBackground();

    queue.done("a");
    assertThat(drain.isAlive()).isTrue();
    queue.done("b");
    awaitEnd("the drain", drain);
  }

  @Test
  @Tag("Q8")
  void drainsWhatWasAddedWhileItWasProcessed() throws Exception {
    queue.add("a");
    assertThat(queue.get()).hasValue("a");
    queue.add("a");
    Thread drain = drainInBackground();

    queue.done("a");
    assertThat(queue.get()).hasValue("a");
    assertThat(drain.isAlive()).isTrue();
    queue.done("a");
    awaitEnd("the drain", drain);
    assertThat(queue.get()).isEmpty();
  }

  @Test
  @Tag("Q9")
  void endsADrainWhenItIsShutDown() throws Exception {
    queue.add("a");
    assertThat(queue.get()).hasValue("a");
    Thread drain = drainInBackground();

    queue.shutDown();
    awaitEnd("the drain", drain);
  }

  @Test
  void mayBeShutDownTwice() throws Exception {
    queue.add("a");
    queue.shutDown();
    queue.shutDown();
    assertThat(queue.get()).hasValue("a");
    queue.done("a");
    queue.shutDownWithDrain();
    queue.shutDownWithDrain();

    assertThat(queue.get()).isEmpty();
  }

  @Test
  void dropsDelayedKeysWhenItDrains() throws Exception {
    queue.addAfter("a", Duration.ofHours(1));
    queue.shutDownWithDrain();

    assertThat(queue.snapshot()).isEmpty();
  }

  @Test
  void endsAWaitThatIsInterrupted() {
    CompletableFuture<Optional<String>> result = new CompletableFuture<>();
    Thread worker = getInBackground(result);
    Await.until("the worker to wait", () -> worker.getState() == Thread.State.WAITING);
    worker.interrupt();
    assertThat(result)
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableThat()
        .havingCause()
        .isInstanceOf(InterruptedException.class);

    queue.add("a");
    assertThat(getInBackground().orTimeout(30, TimeUnit.SECONDS).join()).hasValue("a");
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

  private Thread drainInBackground() {
    Thread drain =
        Threads.start(
            "drain",
            () -> {
              try {
                queue.shutDownWithDrain();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    Await.until("the drain to wait", () -> drain.getState() == Thread.State.WAITING);
    return drain;
  }

  private static void awaitEnd(String what, Thread thread) throws InterruptedException {
    thread.join(30_000);
    assertThat(thread.isAlive()).as(what + " goes on").isFalse();
  }
}
