package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

  private final Supplier<KindInformer> successor;
  private final ResourceType<T> type;
  private final Duration resyncPeriod;
  private volatile KindInformer kind;

  /**
   * A view of an informer.
   *
   * @param successor gives what is seen from then on when that has ended for want of use
   * @param resyncPeriod after how long handlers that do not say otherwise are told of everything
   *     again; zero for never
   */
  SharedIndexInformer(
      KindInformer kind,
      Supplier<KindInformer> successor,
      ResourceType<T> type,
      Duration resyncPeriod) {
    this.kind = kind;
    this.successor = successor;
    this.type = type;
    this.resyncPeriod = resyncPeriod;
  }

  /**
   * An informer that is not started yet.
   *
   * @param source what to list and watch: objects of this type
   * @throws IllegalArgumentException if the source gives objects of another kind
   */
  public static <T extends HasMetadata> SharedIndexInformer<T> create(
      ListWatch source, Class<T> type) {
    return create(source, ResourceType.of(type));
  }

  /**
   * An informer that is not started yet.
   *
   * @param source what to list and watch: objects of this type
   * @throws IllegalArgumentException if the source gives objects of another kind, or nothing but
   *     the metadata of objects that are wanted whole
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
   * @throws IllegalArgumentException as without metrics
   */
  public static <T extends HasMetadata> SharedIndexInformer<T> create(
      ListWatch source, ResourceType<T> type, InformerMetricsProvider metrics) {
    return create(source, type, metrics, ReflectorOptions.defaults());
  }

  /**
   * An informer that is not started yet, with metrics and options of its reflector.
   *
   * @param source what to list and watch: objects of this type
   * @param metrics makes the metrics that it counts with
   * @param options how its reflector waits and who is told of failures; not its metrics
   * @throws IllegalArgumentException as without metrics
   */
  public static <T extends HasMetadata> SharedIndexInformer<T> create(
      ListWatch source,
      ResourceType<T> type,
      InformerMetricsProvider metrics,
      ReflectorOptions options) {
    source.refuseToGive(type);
    KindInformer kind = new KindInformer(type, metrics, options, idle -> {});
    kind.setFeeds(Map.of(source.namespace(), FeedSpec.of(source)));
    return new SharedIndexInformer<>(kind, () -> kind, type, Duration.ZERO);
  }

  /** What to use. Only a cache ends informers that nobody uses. */
  private KindInformer inUse() {
    KindInformer current = kind;
    if (!current.use()) {
      current = successor.get();
      kind = current;
    }
    return current;
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
    return new StoreIndexer<>(
        () -> inUse().store(), functions -> inUse().addIndexes(functions), type);
  }

  @Override
  public boolean hasSynced() {
    return kind.feeds().haveSynced("");
  }

  @Override
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    return inUse().waitForSync("", timeout);
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
    return kind.feeds().lastResourceVersion();
  }

  @Override
  public Optional<ApiException> lastError() {
    return kind.feeds().lastError();
  }

  @Override
  public Registration addHandler(ResourceEventHandler<T> handler) {
    return addHandler(handler, resyncPeriod);
  }

  @Override
  public Registration addHandler(ResourceEventHandler<T> handler, Duration resyncPeriod) {
    KindInformer current = inUse();
    Listener<T> listener =
        new Listener<>(
            type,
            handler,
            current.metrics(),
            resyncNanos(resyncPeriod),
            current::resync,
            current::remove);
    current.add(listener);
    return listener;
  }

  private static long resyncNanos(Duration period) {
    if (period.isZero() || period.isNegative()) {
      return Long.MAX_VALUE;
    }
    return TimeUnit.NANOSECONDS.convert(
        period.compareTo(SHORTEST_RESYNC) < 0 ? SHORTEST_RESYNC : period); // I31
  }

  /**
   * Ends the watch, then the handlers, and waits for both, unless one of these calls it. May be
   * called twice.
   */
  @Override
  public void close() {
    kind.close();
  }
}
