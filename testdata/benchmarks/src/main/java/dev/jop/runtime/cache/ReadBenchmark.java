package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Gets one object by its key. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {

  private static final int PODS = 1_000;
  private static final String NAME = "frontend-7d9c5bdf6b-100500";

  private final ObjectStore pods = new ObjectStore();
  private final ObjectStore configMaps = new ObjectStore();
  private final ResourceType<Pod> podType = ResourceType.of(Pod.class);
  private final ResourceType<ConfigMap> configMapType = ResourceType.of(ConfigMap.class);

  /** Fills the stores. */
  @Setup
  public void fill() {
    ObjectParser parser = new ObjectParser();
    for (int i = 0; i < PODS; i++) {
      pods.put(parser.parse(Samples.pod(i)));
    }
    configMaps.put(parser.parse(Samples.configMap()));
  }

  /** A view of a Pod, as the indexer of Go gives a pointer. */
  @Benchmark
  public ObjectView<Pod> view() {
    return new StoredView<>(get(pods, NAME), podType);
  }

  /** What a predicate looks at. */
  @Benchmark
  public void metadata(Blackhole hole) {
    ObjectView<Pod> view = view();
    hole.consume(view.resourceVersion());
    hole.consume(view.generation());
    hole.consume(view.labels().get("team"));
    hole.consume(view.owners());
    hole.consume(view.isDeleting());
  }

  /** A Pod decoded, where Go makes a deep copy. */
  @Benchmark
  public Pod pod() {
    return Codec.shared().decode(get(pods, NAME).json(), podType);
  }

  /** A small ConfigMap decoded, where Go makes a deep copy. */
  @Benchmark
  public ConfigMap configMap() {
    return Codec.shared().decode(get(configMaps, "widget-1").json(), configMapType);
  }

  private static StoredObject get(ObjectStore store, String name) {
    return Objects.requireNonNull(store.get(ObjectKey.of("shop", name)), name);
  }
}
