package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An informer that follows a real API server through a proxy that cuts, stalls and refuses. */
class ChaosIT {

  private static final ResourceType<ConfigMap> TYPE = ResourceType.of(ConfigMap.class);

  private final Client client = TestServer.client();
  private final String namespace = TestServer.namespace();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void endsWithWhatTheServerHasAndHistoriesThatExplainIt(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      change(random);
    }
    try (MisbehavingProxy proxy = new MisbehavingProxy(TestServer.rest(), seed);
        RestClient rest = proxy.connect();
        SharedIndexInformer<ConfigMap> informer = informer(rest)) {
      History<ConfigMap> history = new History<>();
      informer.addHandler(history);
      proxy.setMisbehaving(true);
      informer.start();
      for (int round = 0; round < 30; round++) {
        change(random);
        if (random.nextInt(3) == 0) {
          proxy.cut();
        }
        int asked = proxy.requests();
        Await.until(
            "the next request, seed " + seed,
            () -> proxy.requests() > asked || stored(informer).equals(served()));
      }
      History<ConfigMap> late = new History<>();
      informer.addHandler(late);
      proxy.setMisbehaving(false);
      proxy.cut();

      Map<String, Integer> served = served();
      Await.until("the store, seed " + seed, () -> stored(informer).equals(served));
      Await.until("the handler, seed " + seed, () -> history.state().equals(served));
      Await.until("the late handler, seed " + seed, () -> late.state().equals(served));
      assertThat(history.violations()).as("seed %d", seed).isEmpty();
      assertThat(late.violations()).as("seed %d", seed).isEmpty();
    }
  }

  private SharedIndexInformer<ConfigMap> informer(RestClient rest) {
    return SharedIndexInformer.create(
        ListWatch.of(rest, TYPE).withNamespace(namespace),
        TYPE,
        InformerMetricsProvider.none(),
        MirroredServer.HASTY.withIdle(Duration.ofMillis(300)));
  }

  private static Map<String, Integer> stored(SharedIndexInformer<ConfigMap> informer) {
    Map<String, Integer> stored = new TreeMap<>();
    informer
        .indexer()
        .list()
        .forEach(o -> stored.put(o.key().name(), Integer.parseInt(o.resourceVersion())));
    return stored;
  }

  private Map<String, Integer> served() {
    Map<String, Integer> served = new TreeMap<>();
    client
        .list(ConfigMap.class, ListOptions.defaults().withNamespace(namespace))
        .forEach(
            o ->
                served.put(
                    o.getMetadata().getName(),
                    Integer.parseInt(o.getMetadata().getResourceVersion())));
    return served;
  }

  private void change(Random random) {
    ObjectKey key = ObjectKey.of(namespace, "n" + random.nextInt(12));
    Optional<ConfigMap> found = client.get(ConfigMap.class, key);
    ConfigMap wanted =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withNamespace(key.namespace())
            .withName(key.name())
            .endMetadata()
            .addToData("text", "日本 " + random.nextInt())
            .build();
    if (found.isEmpty()) {
      client.create(wanted);
    } else if (random.nextInt(3) == 0) {
      client.delete(found.get());
    } else {
      wanted.setMetadata(found.get().getMetadata());
      client.update(wanted);
    }
  }
}
