package dev.jop.runtime.cache;

import dev.jop.runtime.client.Reader;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Gets a small ConfigMap from a cache by its key, as a reconciler does; there is no server. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheGetBenchmark {

  private final ObjectKey key = ObjectKey.of("shop", "widget-1");
  private final RestClient rest =
      RestClient.create(ClientConfig.forServer(URI.create("http://127.0.0.1:1")));
  private final InformerCache cache = new InformerCache(rest, CacheOptions.defaults());
  private final Reader shared = cache.shared();

  /** Does what a reflector would do. */
  @Setup
  public void fill() {
    StoredObject object = new ObjectParser().parse(Samples.configMap());
    cache.informer(ConfigMap.class);
    cache.start();
    cache
        .toRead(ResourceType.of(ConfigMap.class))
        .feeds()
        .all()
        .forEach(feed -> feed.replace(List.of(object), object.resourceVersion()));
  }

  /** Ends what tries to reach a server. */
  @TearDown
  public void close() {
    cache.close();
    rest.close();
  }

  /** Decoded, the caller's own. */
  @Benchmark
  public ConfigMap own() {
    return cache.get(ConfigMap.class, key).orElseThrow();
  }

  /** Decoded once for all who only look. */
  @Benchmark
  public ConfigMap shared() {
    return shared.get(ConfigMap.class, key).orElseThrow();
  }
}
