package dev.jop.runtime.cache;

import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Lists the 100 Pods of a store that have a label; an operation is one list. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ListerBenchmark {

  private static final int MATCHING = 100;

  /** How many Pods there are. */
  @Param({"1000", "10000"})
  public int pods;

  private final ObjectStore store = new ObjectStore();
  private final ResourceType<Pod> type = ResourceType.of(Pod.class);
  private final Query query =
      Query.of(ListOptions.defaults().withLabelSelector("match=true"), true);

  /** Fills the store. */
  @Setup
  public void fill() {
    ObjectParser parser = new ObjectParser();
    int every = pods / MATCHING;
    for (int i = 0; i < pods; i++) {
      store.put(parser.parse(i % every == 0 ? Samples.matchingPod(i) : Samples.pod(i)));
    }
  }

  /** As views, as the lister of Go gives pointers. */
  @Benchmark
  public List<ObjectView<Pod>> match() {
    List<ObjectView<Pod>> views = new ArrayList<>();
    for (StoredObject found : query.on(store)) {
      views.add(new StoredView<>(found, type));
    }
    return views;
  }

  /** Decoded, as the client of controller-runtime gives deep copies. */
  @Benchmark
  public List<Pod> matchDecoded() {
    List<Pod> decoded = new ArrayList<>();
    for (StoredObject found : query.on(store)) {
      decoded.add(Codec.shared().decode(found.json(), type));
    }
    return decoded;
  }
}
