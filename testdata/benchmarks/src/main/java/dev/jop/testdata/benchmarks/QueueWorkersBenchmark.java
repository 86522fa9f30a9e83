package dev.jop.testdata.benchmarks;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.thread.Threads;
import dev.jop.runtime.workqueue.WorkQueue;
import dev.jop.runtime.workqueue.WorkQueueOptions;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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

/** A priority queue with a thousand workers that find no work in it; an operation is one item. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueWorkersBenchmark {

  private static final int ITEMS = 1_000;
  private static final int WORKERS = 1_000;

  private final Semaphore ended = new Semaphore(0);
  private WorkQueue<Integer> subject = WorkQueue.create(RateLimiter.exponential());

  /** Makes the queue and starts the workers. */
  @Setup
  public void start() {
    subject = WorkQueue.createPrioritized(WorkQueueOptions.of("", RateLimiter.exponential()));
    for (int i = 0; i < WORKERS; i++) {
      Threads.start("worker", this::work);
    }
  }

  private void work() {
    try {
      for (Optional<Integer> next = subject.get(); next.isPresent(); next = subject.get()) {
        subject.done(next.get());
        ended.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Adds a thousand items and waits until all are done. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void addGetDone() throws InterruptedException {
    for (int i = 0; i < ITEMS; i++) {
      subject.add(i);
    }
    ended.acquire(ITEMS);
  }

  /** Ends the workers. */
  @TearDown
  public void stop() {
    subject.shutDown();
  }
}
