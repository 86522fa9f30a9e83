package dev.jop.testdata.benchmarks;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.thread.Threads;
import dev.jop.runtime.workqueue.WorkQueue;
import dev.jop.runtime.workqueue.WorkQueueOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Adding to a priority queue while a thousand workers, at a millisecond for each item, empty it of
 * a million; an operation is one addition.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueBacklogBenchmark {

  private static final int ITEMS = 1_000;
  private static final int BACKLOG = 1_000_000;
  private static final int WORKERS = 1_000;

  private WorkQueue<Integer> subject = WorkQueue.create(RateLimiter.exponential());

  /** Fills the queue and starts the workers. */
  @Setup
  public void start() {
    subject = WorkQueue.createPrioritized(WorkQueueOptions.of("", RateLimiter.exponential()));
    for (int i = 0; i < BACKLOG; i++) {
      subject.add(i);
    }
    for (int i = 0; i < WORKERS; i++) {
      Threads.start("worker", this::work);
    }
  }

  private void work() {
    try {
      for (Optional<Integer> next = subject.get(); next.isPresent(); next = subject.get()) {
        TimeUnit.MILLISECONDS.sleep(1);
        subject.done(next.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Adds what is queued already, or was done meanwhile. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void addContended() {
    for (int i = 0; i < ITEMS; i++) {
      subject.add(i);
    }
  }

  /** Drops the rest by taking it, and so ends the workers. */
  @TearDown
  public void stop() throws InterruptedException {
    subject.shutDown();
    while (subject.get().isPresent()) {
      Thread.onSpinWait();
    }
  }
}
