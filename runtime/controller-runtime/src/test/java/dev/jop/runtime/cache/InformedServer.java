package dev.jop.runtime.cache;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A misbehaving server with the objects a to e, and an informer of its objects. */
final class InformedServer implements AutoCloseable {

  private static final ResourceType<ConfigMap> TYPE = ResourceType.of(ConfigMap.class);

  private final MisbehavingServer server = new MisbehavingServer();
  private final RestClient rest = server.connect();
  private final CountedMetrics metrics = new CountedMetrics();
  private final SharedIndexInformer<ConfigMap> informer;
  private @Nullable InformerState state;

  InformedServer() {
    this(MirroredServer.HASTY.idle());
  }

  /** One whose informer gives a silent watch up after this time. */
  InformedServer(Duration idle) {
    server.objects().putAll("a", "b", "c", "d", "e"); // versions 101 to 105
    informer =
        SharedIndexInformer.create(
            ListWatch.of(rest, TYPE),
            TYPE,
            (type, read) -> {
              state = read;
              return metrics;
            },
            MirroredServer.HASTY.withIdle(idle));
  }

  MisbehavingServer server() {
    return server;
  }

  ServedObjects objects() {
    return server.objects();
  }

  SharedIndexInformer<ConfigMap> informer() {
    return informer;
  }

  CountedMetrics metrics() {
    return metrics;
  }

  InformerState state() {
    return Objects.requireNonNull(state, "the informer asked for no metrics");
  }

  /** Adds a handler that notes what it is told. */
  History<ConfigMap> listen() {
    History<ConfigMap> history = new History<>();
    informer.addHandler(history);
    return history;
  }

  /** The same, and starts; it has been told of everything then. */
  History<ConfigMap> startAndListen() {
    History<ConfigMap> history = listen();
    informer.start();
    awaitTheSame(history);
    return history;
  }

  /** What is stored: names and versions. */
  Map<String, Integer> stored() {
    Map<String, Integer> stored = new TreeMap<>();
    informer
        .indexer()
        .list()
        .forEach(o -> stored.put(o.key().name(), Integer.parseInt(o.resourceVersion())));
    return stored;
  }

  /** Waits until the store holds, and these were told of, what the server holds. */
  @SafeVarargs
  final void awaitTheSame(History<ConfigMap>... histories) {
    Await.until("the store to be the same", () -> stored().equals(objects().versions()));
    for (History<ConfigMap> history : histories) {
      Await.until("the handler to know", () -> history.state().equals(objects().versions()));
    }
  }

  /**
   * Lets changes happen while no watch runs; {@code forgets} whether their history is forgotten.
   */
  void whileAway(boolean forgets, Runnable changes) {
    server.stopListening();
    changes.run();
    if (forgets) {
      objects().compact();
    }
    server.listenAgain();
  }

  @Override
  public void close() {
    informer.close();
    rest.close();
    server.close();
  }
}
