package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ClientConfigs;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Feeds that are exchanged at any moment, at random from a seed, without a server: the test does
 * what reflectors would do. No connection is made.
 */
class KindInformerTest {

  private static final ResourceType<ConfigMap> TYPE = ResourceType.of(ConfigMap.class);
  private static final List<String> NAMESPACES = List.of("a", "b", "c");
  private static final int STEPS = 600;

  private final RestClient rest = RestClient.create(ClientConfigs.nowhere());
  private final ObjectParser parser = new ObjectParser();
  private final KindInformer informer =
      new KindInformer(TYPE, NoInformerMetrics.PROVIDER, ReflectorOptions.defaults(), idle -> {});
  private final SharedIndexInformer<ConfigMap> typed =
      new SharedIndexInformer<>(
          informer, () -> informer, TYPE, CacheOptions.defaults().resyncPeriod());
  private final Map<ObjectKey, Integer> server = new TreeMap<>();
  private final List<History<ConfigMap>> histories = new ArrayList<>();
  private boolean metadata = true;
  private int version = 100;

  @AfterEach
  void close() {
    informer.close();
    rest.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void explainsToEachHandlerWhatItHoldsWhateverFeedsItHas(long seed) {
    Random random = new Random(seed);
    exchange(List.of(""));
    listen();

    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(20)) {
        case 0 -> exchange(somewhere(random));
        case 1 -> widen();
        case 2 -> listen();
        case 3, 4, 5 -> list(any(random));
        default -> change(random);
      }
    }
    informer.feeds().all().forEach(this::list);

    Map<String, Integer> held = new TreeMap<>();
    informer.store().all().forEach(o -> held.put(o.key().name(), version(o)));
    assertThat(held).as("what is stored, seed %d", seed).isEqualTo(covered());
    assertThat(typed.hasSynced()).isTrue();
    for (History<ConfigMap> history : histories) {
      Await.until("a handler to hear the end, seed " + seed, () -> history.state().equals(held));
      assertThat(history.violations()).as("seed %d", seed).isEmpty();
    }
  }

  /** One time in two all but some namespaces, else some. */
  private static List<String> somewhere(Random random) {
    TreeSet<String> some = new TreeSet<>();
    NAMESPACES.stream().filter(any -> random.nextBoolean()).forEach(some::add);
    if (some.isEmpty() || random.nextBoolean()) {
      some.add(CacheOptions.ALL_NAMESPACES);
    }
    return List.copyOf(some);
  }

  private void exchange(List<String> namespaces) {
    CacheOptions options =
        CacheOptions.defaults().withNamespaces(namespaces.toArray(String[]::new));
    informer.setFeeds(FeedSpec.plan(rest, options, metadata ? TYPE.asMetadata() : TYPE));
  }

  private void widen() {
    metadata = false;
    exchange(
        informer.feeds().all().stream().map(feed -> feed.spec().source().namespace()).toList());
  }

  private void listen() {
    History<ConfigMap> history = new History<>();
    typed.addHandler(history);
    histories.add(history);
  }

  private Feed any(Random random) {
    List<Feed> feeds = List.copyOf(informer.feeds().all());
    return feeds.get(random.nextInt(feeds.size()));
  }

  /** A feed's reflector has listed. */
  private void list(Feed feed) {
    List<StoredObject> objects = new ArrayList<>();
    server.forEach(
        (key, at) -> {
          if (feed.spec().covers(key)) {
            objects.add(object(key, at));
          }
        });
    feed.replace(objects, "" + version);
  }

  /** Something happens, and the feeds that have listed see it. */
  private void change(Random random) {
    String namespace = NAMESPACES.get(random.nextInt(NAMESPACES.size()));
    ObjectKey key = ObjectKey.of(namespace, namespace + random.nextInt(5));
    boolean deletes = server.containsKey(key) && random.nextInt(3) == 0;
    int at = ++version;
    if (deletes) {
      server.remove(key);
    } else {
      server.put(key, at);
    }
    for (Feed feed : informer.feeds().all()) {
      if (feed.hasSynced() && feed.spec().covers(key) && deletes) {
        feed.delete(object(key, at));
      } else if (feed.hasSynced() && feed.spec().covers(key)) {
        feed.put(object(key, at));
      }
    }
  }

  private Map<String, Integer> covered() {
    Map<String, Integer> covered = new TreeMap<>();
    server.forEach(
        (key, at) -> {
          if (informer.feeds().all().stream().anyMatch(feed -> feed.spec().covers(key))) {
            covered.put(key.name(), at);
          }
        });
    return covered;
  }

  private StoredObject object(ObjectKey key, int at) {
    String json =
        """
        {"metadata":{"namespace":"%s","name":"%s","uid":"uid-%s","resourceVersion":"%d"}}"""
            .formatted(key.namespace(), key.name(), key.name(), at);
    return parser.parse(json.getBytes(StandardCharsets.UTF_8));
  }

  private static int version(StoredObject object) {
    return Integer.parseInt(object.resourceVersion());
  }
}
