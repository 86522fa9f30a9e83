package dev.jop.runtime.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ManualClock;
import dev.jop.runtime.thread.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A priority queue between threads. */
@Timeout(60)
class QueueThreadsTest {

  private final ManualClock clock = new ManualClock();
  private final WorkQueue<Integer> queue =
      WorkQueue.createPrioritized(
          WorkQueueOptions.<Integer>of("", RateLimiter.exponential()).withClock(clock));

  @Test
  @Tag("P13")
  void endsEveryWaitWhenItIsShutDown() {
    queue.addAfter(1, Duration.ofHours(1)); // one waits for the time, the others for a call
    List<CompletableFuture<Optional<Integer>>> waits = waits(20);
    queue.shutDown();

    assertThat(waits).allSatisfy(wait -> assertThat(end(wait)).isEmpty());
  }

  @Test
  @Tag("P13")
  void endsEveryWaitWhenItIsShutDownWhileItemsAreHandedOut() {
    for (int round = 0; round < 200; round++) {
      WorkQueue<Integer> own =
          WorkQueue.createPrioritized(WorkQueueOptions.of("", RateLimiter.exponential()));
      List<CompletableFuture<Optional<Integer>>> waits = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        waits.add(get(own));
      }
      Threads.start(
          "add",
          () -> {
            for (int i = 0; i < 3; i++) {
              own.add(i);
            }
          });
      own.shutDown();
      own.shutDown();

      Set<Integer> handedOut = new HashSet<>();
      waits.forEach(wait -> end(wait).ifPresent(item -> assertThat(handedOut.add(item)).isTrue()));
    }
  }

  @Test
  void wakesAWorkerForEachItem() {
    List<CompletableFuture<Optional<Integer>>> waits = waits(10);
    for (int i = 0; i < 10; i++) {
      queue.add(i);
    }

    assertThat(waits)
        .extracting(wait -> end(wait).orElseThrow())
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void wakesWorkersForDelayedItemsThoughThoseOfEarlierTimesAreBusy() {
    List<CompletableFuture<Optional<Integer>>> waits = waits(3);
    queue.addAfter(3, Duration.ofSeconds(3));
    queue.addAfter(1, Duration.ofSeconds(1));
    queue.addAfter(2, Duration.ofSeconds(2));
    for (int i = 1; i <= 3; i++) {
      int due = i;
      clock.advance(Duration.ofSeconds(1));
      Await.until(
          due + " workers to have an item",
          () -> waits.stream().filter(CompletableFuture::isDone).count() == due);
    }

    assertThat(waits)
        .extracting(wait -> end(wait).orElseThrow())
        .containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  @Tag("P17")
  void copiesItsStateAtOneMomentWhileOthersWrite() throws Exception {
    CountDownLatch enough = new CountDownLatch(1);
    Set<Throwable> failures = ConcurrentHashMap.newKeySet();
    Thread writer =
        Threads.start(
            "write",
            () -> {
              try {
                for (int i = 0; enough.getCount() > 0; i = (i + 1) % 1_000) {
                  queue.add(i, AddOptions.defaults().withPriority(i % 3));
                  queue.addAfter(i + 1_000, Duration.ofHours(1));
                  queue.done(queue.get().orElseThrow());
                }
              } catch (InterruptedException | RuntimeException e) {
                failures.add(e);
              }
            });
    for (int i = 0; i < 500; i++) {
      List<QueuedItem<Integer>> items = queue.snapshot();
      assertThat(items).extracting(QueuedItem::item).doesNotHaveDuplicates();
      assertThat(items).filteredOn(QueuedItem::processing).hasSizeLessThanOrEqualTo(1);
      assertThat(items)
          .filteredOn(item -> item.item() >= 1_000)
          .allMatch(item -> item.delay().equals(Duration.ofHours(1)));
    }
    enough.countDown();
    writer.join(30_000);
    assertThat(failures).isEmpty();
  }

  private List<CompletableFuture<Optional<Integer>>> waits(int count) {
    List<CompletableFuture<Optional<Integer>>> waits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      waits.add(get(queue));
    }
    return waits;
  }

  private static CompletableFuture<Optional<Integer>> get(WorkQueue<Integer> queue) {
    CompletableFuture<Optional<Integer>> result = new CompletableFuture<>();
    Threads.start(
        "get",
        () -> {
          try {
            result.complete(queue.get());
          } catch (InterruptedException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  private static Optional<Integer> end(CompletableFuture<Optional<Integer>> wait) {
    return wait.orTimeout(30, TimeUnit.SECONDS).join();
  }
}
