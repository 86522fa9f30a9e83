package dev.jop.runtime.cache;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A misbehaving server with the objects a to e, and a reflector that mirrors it. */
final class MirroredServer implements AutoCloseable {

  /** A reflector that waits for no more than moments. */
  static final ReflectorOptions HASTY =
      ReflectorOptions.defaults()
          .withPauses(Duration.ofMillis(1), Duration.ofMillis(4))
          .withIdle(Duration.ofSeconds(1));

  private final MisbehavingServer server = new MisbehavingServer();
  private final RestClient rest = server.connect();
  private final Mirror mirror = new Mirror();
  private final CountedMetrics metrics = new CountedMetrics();
  private final ReflectorOptions options;
  private final Waits waits;
  private final Reflector reflector;

  MirroredServer() {
    this(HASTY.idle());
  }

  /** One whose reflector gives a silent watch up after this time. */
  MirroredServer(Duration idle) {
    this(HASTY.withIdle(idle), Waits.REAL);
  }

  /** One whose reflector waits as this says. */
  MirroredServer(ReflectorOptions options, Waits waits) {
    this.options = options;
    this.waits = waits;
    reflector = reflector(rest);
    server.objects().putAll("a", "b", "c", "d", "e"); // versions 101 to 105
  }

  MisbehavingServer server() {
    return server;
  }

  ServedObjects objects() {
    return server.objects();
  }

  Reflector reflector() {
    return reflector;
  }

  CountedMetrics metrics() {
    return metrics;
  }

  /** What was asked for since the beginning, or since {@link #startAndForget}. */
  List<String> requests() {
    return server.requests();
  }

  /** How often everything was replaced. */
  int replaced() {
    return mirror.replaced.get();
  }

  /** What is stored: names and versions. */
  Map<String, Integer> stored() {
    return mirror.versions;
  }

  /** What the store was told to be the state of the whole. */
  String storedVersion() {
    return mirror.resourceVersion;
  }

  /** Another reflector that fills the same mirror. */
  Reflector reflector(RestClient rest) {
    return reflector(ListWatch.of(rest, ResourceType.of(ConfigMap.class)));
  }

  /** Another reflector that fills the same mirror with the objects of the namespace ns alone. */
  Reflector reflectorOfNamespace() {
    return reflector(ListWatch.of(rest, ResourceType.of(ConfigMap.class)).withNamespace("ns"));
  }

  private Reflector reflector(ListWatch source) {
    return new Reflector(
        source,
        mirror,
        new ObjectParser(source.expected(), false),
        options.withMetrics(metrics),
        waits);
  }

  /** A watch that ends because the server has lost its newest states; f comes meanwhile. */
  Behaviour saysThatItWasRestored() {
    return (exchange, query) -> {
      MisbehavingServer.begin(exchange);
      MisbehavingServer.write(exchange, ServedObjects.bookmark(900, false));
      objects().put("f");
      MisbehavingServer.write(
          exchange, ServedObjects.event("ERROR", ServedObjects.status(410, "Expired", "restored")));
      return true;
    };
  }

  void start() {
    reflector.start();
  }

  /** Starts, waits until everything is there, and forgets what was asked for. */
  void startAndForget() {
    start();
    awaitTheSame();
    requests().clear();
  }

  /** The same, and waits for the watch behind a list. */
  void startAndForgetWithList() {
    start();
    awaitRequest("watch 105");
    requests().clear();
  }

  void awaitTheSame() {
    Await.until(
        "the mirror to hold what the server holds",
        () -> mirror.versions.equals(objects().versions()));
  }

  /** Waits for a request of this name. */
  void awaitRequest(String name) {
    Await.until("the request " + name, () -> requests().contains(name));
  }

  @Override
  public void close() {
    reflector.close();
    rest.close();
    server.close();
  }

  /** Keeps names and versions. */
  private static final class Mirror implements ReflectorStore<StoredObject> {

    private final AtomicInteger replaced = new AtomicInteger();
    private volatile Map<String, Integer> versions = Map.of();
    private volatile String resourceVersion = "";

    @Override
    public void replace(Collection<StoredObject> objects, String version) {
      Map<String, Integer> all = new TreeMap<>();
      objects.forEach(object -> all.put(object.key().name(), version(object)));
      replaced.incrementAndGet();
      resourceVersion = version;
      versions = all; // last, for this is what tests wait for
    }

    @Override
    public void put(StoredObject object) {
      Map<String, Integer> all = new TreeMap<>(versions);
      all.put(object.key().name(), version(object));
      resourceVersion = object.resourceVersion();
      versions = all;
    }

    @Override
    public void delete(StoredObject object) {
      Map<String, Integer> all = new TreeMap<>(versions);
      all.remove(object.key().name());
      resourceVersion = object.resourceVersion();
      versions = all;
    }

    @Override
    public void bookmark(String version) {
      resourceVersion = version;
    }

    private static int version(StoredObject object) {
      return Integer.parseInt(object.resourceVersion());
    }
  }
}
