package dev.jop.runtime.workqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.clock.Clock;
import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ManualClock;
import dev.jop.runtime.thread.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories. A failure names its seed; {@code -Djop.seed=} runs the histories from that seed
 * on.
 */
@Timeout(120)
class QueueHistoryTest {

  private static final long SEED = Long.getLong("jop.seed", System.nanoTime());
  private static final int HISTORIES = 300;
  private static final int STEPS = 300;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @Tag("Q1")
  @Tag("P16")
  void doesInOneThreadWhatTheModelDoes(boolean prioritized) throws Exception {
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      follow(new Random(seed), prioritized, "seed " + seed);
    }
  }

  private static void follow(Random random, boolean prioritized, String seed) throws Exception {
    ManualClock clock = new ManualClock();
    WorkQueue<String> queue = queue(prioritized, clock, Duration.ofDays(36_500));
    QueueModel model = new QueueModel(prioritized);
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          String item = "item" + random.nextInt(12);
          int priority = random.nextInt(4) - 2;
          long delay = random.nextBoolean() ? 0 : random.nextInt(20);
          queue.add(
              item,
              AddOptions.defaults().withAfter(Duration.ofNanos(delay)).withPriority(priority));
          model.add(item, priority, delay, clock.nanoTime());
        }
        case 2 -> {
          if (queue.length() > 0) {
            assertThat(queue.get().orElseThrow()).as(seed).isEqualTo(model.take());
          }
        }
        case 3 -> {
          List<String> processing = model.processing();
          if (!processing.isEmpty()) {
            String item = processing.get(random.nextInt(processing.size()));
            queue.done(item);
            model.done(item);
          }
        }
        default -> clock.advance(Duration.ofNanos(random.nextInt(10)));
      }
      model.advance(clock.nanoTime());
      assertThat(queue.length()).as(seed).isEqualTo(model.length());
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @Tag("Q1")
  @Tag("P16")
  void neitherHandsOutTwiceNorLosesWhatManyThreadsAdd(boolean prioritized) throws Exception {
    int keys = 50;
    ManualClock clock = new ManualClock();
    WorkQueue<Integer> queue = queue(prioritized, clock, Duration.ofNanos(50));
    AtomicIntegerArray wanted = new AtomicIntegerArray(keys);
    AtomicIntegerArray seen = new AtomicIntegerArray(keys);
    AtomicIntegerArray owners = new AtomicIntegerArray(keys);
    List<CompletableFuture<Void>> workers =
        inBackground(8, i -> () -> work(queue, wanted, seen, owners));
    AtomicBoolean ticking = new AtomicBoolean(true);
    List<CompletableFuture<Void>> ticker =
        inBackground(
            1,
            i ->
                () -> {
                  while (ticking.get()) {
                    clock.advance(Duration.ofNanos(3));
                    Thread.onSpinWait();
                  }
                });
    List<CompletableFuture<Void>> adders =
        inBackground(4, i -> () -> addAtRandom(queue, wanted, new Random(SEED + i)));

    join(adders);
    Await.until(
        "the last version of each key to be worked on, seed " + SEED,
        () -> workers.stream().anyMatch(CompletableFuture::isDone) || equal(wanted, seen));
    ticking.set(false);
    join(ticker);
    queue.shutDownWithDrain();
    join(workers);
    assertThat(queue.snapshot()).as("seed " + SEED).isEmpty();
  }

  /** Counts a key's version up before each addition, so a worker must see it or come again. */
  private static void addAtRandom(
      WorkQueue<Integer> queue, AtomicIntegerArray wanted, Random random) {
    for (int i = 0; i < 20_000; i++) {
      int key = random.nextInt(wanted.length());
      wanted.incrementAndGet(key);
      Duration delay = Duration.ofNanos(random.nextInt(4) == 0 ? random.nextInt(100) : 0);
      queue.add(key, AddOptions.defaults().withAfter(delay).withPriority(random.nextInt(10) - 5));
    }
  }

  private static void work(
      WorkQueue<Integer> queue,
      AtomicIntegerArray wanted,
      AtomicIntegerArray seen,
      AtomicIntegerArray owners)
      throws InterruptedException {
    for (Optional<Integer> next = queue.get(); next.isPresent(); next = queue.get()) {
      int key = next.get();
      assertThat(owners.incrementAndGet(key)).as("workers of a key, seed " + SEED).isOne();
      seen.set(key, wanted.get(key));
      Thread.onSpinWait();
      owners.decrementAndGet(key);
      queue.done(key);
    }
  }

  private static boolean equal(AtomicIntegerArray some, AtomicIntegerArray others) {
    return some.toString().equals(others.toString());
  }

  private static <T> WorkQueue<T> queue(boolean prioritized, Clock clock, Duration ageing) {
    WorkQueueOptions<T> options =
        WorkQueueOptions.<T>of("", RateLimiter.exponential())
            .withClock(clock)
            .withAgeing(new Ageing(ageing, 8));
    return prioritized ? WorkQueue.createPrioritized(options) : WorkQueue.create(options);
  }

  /** What a thread of a test does. */
  @FunctionalInterface
  private interface Job {
    void run() throws InterruptedException;
  }

  private static List<CompletableFuture<Void>> inBackground(int count, IntFunction<Job> jobs) {
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CompletableFuture<Void> end = new CompletableFuture<>();
      Job job = jobs.apply(i);
      Threads.start(
          "history-" + i,
          () -> {
            try {
              job.run();
              end.complete(null);
            } catch (InterruptedException | RuntimeException | AssertionError e) {
              end.completeExceptionally(e);
            }
          });
      ends.add(end);
    }
    return ends;
  }

  private static void join(List<CompletableFuture<Void>> ends) {
    CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }
}
