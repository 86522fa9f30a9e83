package dev.jop.runtime.cache;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Puts 5,000 Pods again into a store that has an index by their name; an operation is one Pod. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IndexerBenchmark {

  private static final int PODS = 5_000;

  private final ObjectStore store = new ObjectStore();
  private final StoredObject[] pods = new StoredObject[PODS];

  /** Fills the store. */
  @Setup
  public void fill() {
    store.addIndexes(Map.of("name", object -> List.of(object.key().name())));
    ObjectParser parser = new ObjectParser();
    for (int i = 0; i < PODS; i++) {
      pods[i] = parser.parse(Samples.pod(i));
      store.put(pods[i]);
    }
  }

  /** Puts all. */
  @Benchmark
  @OperationsPerInvocation(PODS)
  public void update() {
    for (StoredObject pod : pods) {
      store.put(pod);
    }
  }
}
