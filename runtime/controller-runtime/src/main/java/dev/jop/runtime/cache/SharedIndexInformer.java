package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind's reflector, its store with indexes, and the handlers that are told, seen as objects of
 * a type.
 *
 * <p>It can be used alone, without a cache or a manager: make it, add handlers, start it, and close
 * it at the end. The informers of a {@link Cache} that differ in the type alone share the rest.
 *
 * @param <T> the kind's type
 */
public final class SharedIndexInformer<T extends HasMetadata>
    implements Informer<T>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SharedIndexInformer.class);
  private static final Duration SHORTEST_RESYNC = Duration.ofSeconds(1);
  private static final Duration NO_RESYNC = Duration.ofNanos(Long.MAX_VALUE);

  private final KindInformer kind;
  private final ResourceType<T> type;
  private final Duration resyncPeriod;

  /**
   * A view of an informer.
   *
   * @param resyncPeriod after how long handlers that do not say otherwise are told of everything
   *     again
   */
  SharedIndexInformer(KindInformer kind, ResourceType<T> type, Duration resyncPeriod) {
    this.kind = kind;
    this.type = type;
    this.resyncPeriod = resyncPeriod;
  }

  /**
   * An informer that is not started yet.
   *
   * @param source what to list and watch: objects of this type
   */
  public static <T extends HasMetadata> SharedIndexInformer<T> create(
      ListWatch source, Class<T> type) {
    return create(source, ResourceType.of(type));
  }

  /**
   * An informer that is not started yet.
   *
   * @param source what to list and watch: objects of this type
   */
  public static <T extends HasMetadata> SharedIndexInformer<T> create(
      ListWatch source, ResourceType<T> type) {
    return create(source, type, InformerMetricsProvider.none());
  }

  /**
   * An informer that is not started yet, with metrics.
   *
   * @param source what to list and watch: objects of this type
   * @param metrics makes the metrics that it counts with
   */
  public static <T extends HasMetadata> SharedIndexInformer<T> create(
      ListWatch source, ResourceType<T> type, InformerMetricsProvider metrics) {
    return create(source, type, metrics, ReflectorOptions.defaults());
  }

  static <T extends HasMetadata> SharedIndexInformer<T> create(
      ListWatch source,
      ResourceType<T> type,
      InformerMetricsProvider metrics,
      ReflectorOptions options) {
    KindInformer kind = new KindInformer(type, metrics, options, () -> {});
    kind.setFeeds(Map.of(source.namespace(), FeedSpec.of(source)));
    return new SharedIndexInformer<>(kind, type, NO_RESYNC);
  }

  /**
   * Begins to list and watch, without waiting. A second call does nothing but log a warning (I34).
   *
   * @throws IllegalStateException if it is closed
   */
  public void start() {
    if (!kind.start()) {
      LOG.warn("the informer of {} was started before; this start does nothing", type);
    }
  }

  /** Whether it was closed. */
  public boolean isStopped() {
    return kind.isClosed();
  }

  @Override
  public Indexer<T> indexer() {
    return new StoreIndexer<>(kind, type);
  }

  @Override
  public boolean hasSynced() {
    return kind.hasSynced();
  }

  @Override
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    return kind.waitForSync("", timeout);
  }

  /**
   * Sets who is told of failures to list and watch, nobody by default (I33).
   *
   * @throws IllegalStateException if it was started before
   */
  public void setWatchErrorHandler(WatchErrorHandler handler) {
    kind.setWatchErrorHandler(handler);
  }

  @Override
  public String lastResourceVersion() {
    return kind.lastResourceVersion();
  }

  @Override
  public Optional<ApiException> lastError() {
    return kind.lastError();
  }

  @Override
  public Registration addHandler(ResourceEventHandler<T> handler) {
    return addHandler(handler, resyncPeriod);
  }

  @Override
  public Registration addHandler(ResourceEventHandler<T> handler, Duration resyncPeriod) {
    Duration period =
        resyncPeriod.compareTo(SHORTEST_RESYNC) < 0 ? SHORTEST_RESYNC : resyncPeriod; // I31
    Listener<T> listener =
        new Listener<>(type, handler, kind.metrics(), period.toNanos(), kind::resync, kind::remove);
    kind.add(listener);
    return listener;
  }

  /** Ends the watch, then the handlers, and waits for both. May be called twice. */
  @Override
  public void close() {
    kind.close();
  }
}
