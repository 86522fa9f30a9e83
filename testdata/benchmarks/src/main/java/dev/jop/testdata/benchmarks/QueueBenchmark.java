package dev.jop.testdata.benchmarks;

import dev.jop.runtime.ratelimiter.RateLimiter;
import dev.jop.runtime.workqueue.WorkQueue;
import dev.jop.runtime.workqueue.WorkQueueOptions;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A queue in the hands of one thread; an operation is one item. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueBenchmark {

  private static final int ITEMS = 1_000;

  /** Which queue. */
  @Param({"priority", "plain"})
  public String queue = "";

  private final Integer[] items = new Integer[ITEMS];
  private WorkQueue<Integer> subject = WorkQueue.create(RateLimiter.exponential());

  /** Makes the queue. */
  @Setup
  public void create() {
    WorkQueueOptions<Integer> options = WorkQueueOptions.of("", RateLimiter.exponential());
    subject =
        queue.equals("plain") ? WorkQueue.create(options) : WorkQueue.createPrioritized(options);
    for (int i = 0; i < ITEMS; i++) {
      items[i] = i;
    }
  }

  /** Adds all, then takes and ends all. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void addGetDone() throws InterruptedException {
    for (Integer item : items) {
      subject.add(item);
    }
    for (int i = 0; i < ITEMS; i++) {
      subject.done(subject.get().orElseThrow());
    }
  }

  /** Adds what is queued already. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void addOnly() {
    for (Integer item : items) {
      subject.add(item);
    }
  }
}
