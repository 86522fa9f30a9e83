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

/**
 * A priority queue that holds many items, whose number must not matter; an operation is one item.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueDepthBenchmark {

  private static final int ITEMS = 1_000;

  /** How many items wait. */
  @Param({"1000", "1000000"})
  public int depth = 1;

  private WorkQueue<Integer> subject = WorkQueue.create(RateLimiter.exponential());

  /** Fills the queue. */
  @Setup
  public void fill() {
    subject = WorkQueue.createPrioritized(WorkQueueOptions.of("", RateLimiter.exponential()));
    for (int i = 0; i < depth; i++) {
      subject.add(i);
    }
  }

  /** Takes the first, is done with it, and adds it to the end, a thousand times. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void addGetDone() throws InterruptedException {
    for (int i = 0; i < ITEMS; i++) {
      Integer item = subject.get().orElseThrow();
      subject.done(item);
      subject.add(item);
    }
  }
}
