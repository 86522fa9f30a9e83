package dev.jop.runtime.cache;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a cache holds and how long it waits.
 *
 * <p>What is said of a kind in a namespace wins over what is said of the kind, that over what is
 * said of the namespace, and that over what is said of everything (K22): each is a change of what
 * it inherits.
 *
 * <pre>{@code
 * CacheOptions.defaults()
 *     .withNamespaces("shop", "bank")
 *     .withKind(Secret.class, kind -> kind.withConfig(c -> c.withLabelSelector("app=shop")))
 *     .withKind(Node.class, kind -> kind.withConfig(c -> c.withTransform(Transform.dropping("status"))))
 * }</pre>
 *
 * @param config what holds for everything; by default all objects are held
 * @param namespaces the namespaces that are held, each with what is different in it; under {@link
 *     #ALL_NAMESPACES} stands what is not named beside it; by default that alone. Cluster-scoped
 *     kinds are held whole. {@link Cache#addNamespace} and {@link Cache#removeNamespace} change
 *     them while the cache runs
 * @param kinds what is different for kinds, in every form that they are read in (K29)
 * @param resyncPeriod after how long every object is told to handlers again, without a request to
 *     the API server (K27); 10 hours by default, a tenth more or less at random; zero for never
 * @param syncTimeout how long a read waits for a kind that is not synced yet, 2 minutes by default
 * @param idleTimeout how long a watch goes on whose last handler has left, 1 minute by default; if
 *     somebody reads the kind in this time, or waits to read it, it stays
 * @param sharedBytes how many bytes of JSON the objects may have together that are kept decoded for
 *     shared reads, 16 MiB by default; decoded they take three to five times as much
 * @param failOnMissingInformer whether a read fails with a {@link ResourceNotCachedException}, and
 *     starts no watch, if the kind has no informer yet (K2); false by default
 * @param watchList whether a kind begins with a watch that sends everything first, if the server
 *     offers that (WatchList), which is the default. It shows a newer state than a list, and spares
 *     servers before 1.33 the memory of one; but a server takes twice as long to write it in JSON.
 *     Programs in Go say this by the variable {@code KUBE_FEATURE_WatchListClient}
 * @param metrics makes the metrics of informers, which go nowhere by default
 * @param watchErrorHandler is told of failures to list and watch, beside the log; nobody by default
 */
public record CacheOptions(
    CacheConfig config,
    Map<String, UnaryOperator<CacheConfig>> namespaces,
    Map<GroupVersionKind, KindOptions> kinds,
    Duration resyncPeriod,
    Duration syncTimeout,
    Duration idleTimeout,
    long sharedBytes,
    boolean failOnMissingInformer,
    boolean watchList,
    InformerMetricsProvider metrics,
    WatchErrorHandler watchErrorHandler) {

  /** Stands for all namespaces that are not named beside it. */
  public static final String ALL_NAMESPACES = "";

  private static final CacheOptions DEFAULTS =
      new CacheOptions(
          CacheConfig.defaults(),
          Map.of(ALL_NAMESPACES, UnaryOperator.identity()),
          Map.of(),
          Duration.ofHours(10),
          Duration.ofMinutes(2),
          Duration.ofMinutes(1),
          16 << 20,
          false,
          true,
          InformerMetricsProvider.none(),
          error -> {});

  /** Copies the maps and checks that there is a namespace, and that none is impossible. */
  public CacheOptions {
    namespaces = Map.copyOf(namespaces);
    kinds = Map.copyOf(kinds);
    if (namespaces.isEmpty()) {
      throw new IllegalArgumentException("a cache needs a namespace, or ALL_NAMESPACES");
    }
    for (String namespace : namespaces.keySet()) {
      if (!namespace.equals(ALL_NAMESPACES)) {
        ApiPath.check("namespace", namespace);
      }
    }
  }

  /** Everything there is, 10 hours, 2 minutes, 1 minute, 16 MiB. */
  public static CacheOptions defaults() {
    return DEFAULTS;
  }

  /** The same with a change of what holds for everything. */
  public CacheOptions withConfig(UnaryOperator<CacheConfig> change) {
    Draft draft = new Draft(this);
    draft.config = change.apply(config);
    return draft.done();
  }

  /** The same for these namespaces and no others. */
  public CacheOptions withNamespaces(String... namespaces) {
    return withNamespaces(byName(namespaces));
  }

  /** The same for these namespaces and no others, each with what is different in it. */
  public CacheOptions withNamespaces(Map<String, UnaryOperator<CacheConfig>> namespaces) {
    Draft draft = new Draft(this);
    draft.namespaces = namespaces;
    return draft.done();
  }

  /** The same with a change of what is different for a kind. */
  public CacheOptions withKind(
      Class<? extends HasMetadata> type, UnaryOperator<KindOptions> change) {
    return withKind(ResourceType.of(type), change);
  }

  /** The same with a change of what is different for a kind. */
  public CacheOptions withKind(ResourceType<?> type, UnaryOperator<KindOptions> change) {
    Map<GroupVersionKind, KindOptions> more = new HashMap<>(kinds);
    more.put(type.kind(), change.apply(kind(type)));
    Draft draft = new Draft(this);
    draft.kinds = more;
    return draft.done();
  }

  /** The same with another time between resyncs. */
  public CacheOptions withResyncPeriod(Duration resyncPeriod) {
    Draft draft = new Draft(this);
    draft.resyncPeriod = resyncPeriod;
    return draft.done();
  }

  /** The same with another time-out. */
  public CacheOptions withSyncTimeout(Duration syncTimeout) {
    Draft draft = new Draft(this);
    draft.syncTimeout = syncTimeout;
    return draft.done();
  }

  /** The same with another time until an unused watch ends. */
  public CacheOptions withIdleTimeout(Duration idleTimeout) {
    Draft draft = new Draft(this);
    draft.idleTimeout = idleTimeout;
    return draft.done();
  }

  /** The same with another bound for what is kept decoded. */
  public CacheOptions withSharedBytes(long sharedBytes) {
    Draft draft = new Draft(this);
    draft.sharedBytes = sharedBytes;
    return draft.done();
  }

  /** The same, reads of kinds without an informer failing or not. */
  public CacheOptions withFailOnMissingInformer(boolean failOnMissingInformer) {
    Draft draft = new Draft(this);
    draft.failOnMissingInformer = failOnMissingInformer;
    return draft.done();
  }

  /** The same, kinds beginning with a watch or with a list. */
  public CacheOptions withWatchList(boolean watchList) {
    Draft draft = new Draft(this);
    draft.watchList = watchList;
    return draft.done();
  }

  /** The same with other metrics. */
  public CacheOptions withMetrics(InformerMetricsProvider metrics) {
    Draft draft = new Draft(this);
    draft.metrics = metrics;
    return draft.done();
  }

  /** The same with somebody else to be told of failures. */
  public CacheOptions withWatchErrorHandler(WatchErrorHandler watchErrorHandler) {
    Draft draft = new Draft(this);
    draft.watchErrorHandler = watchErrorHandler;
    return draft.done();
  }

  /** What is different for a kind. */
  KindOptions kind(ResourceType<?> type) {
    return kinds.getOrDefault(type.kind(), KindOptions.defaults());
  }

  static Map<String, UnaryOperator<CacheConfig>> byName(String... namespaces) {
    Map<String, UnaryOperator<CacheConfig>> byName = new LinkedHashMap<>();
    for (String namespace : namespaces) {
      byName.put(namespace, UnaryOperator.identity());
    }
    return byName;
  }

  /** Options of which one is about to change. */
  private static final class Draft {

    private CacheConfig config;
    private Map<String, UnaryOperator<CacheConfig>> namespaces;
    private Map<GroupVersionKind, KindOptions> kinds;
    private Duration resyncPeriod;
    private Duration syncTimeout;
    private Duration idleTimeout;
    private long sharedBytes;
    private boolean failOnMissingInformer;
    private boolean watchList;
    private InformerMetricsProvider metrics;
    private WatchErrorHandler watchErrorHandler;

    Draft(CacheOptions from) {
      config = from.config;
      namespaces = from.namespaces;
      kinds = from.kinds;
      resyncPeriod = from.resyncPeriod;
      syncTimeout = from.syncTimeout;
      idleTimeout = from.idleTimeout;
      sharedBytes = from.sharedBytes;
      failOnMissingInformer = from.failOnMissingInformer;
      watchList = from.watchList;
      metrics = from.metrics;
      watchErrorHandler = from.watchErrorHandler;
    }

    CacheOptions done() {
      return new CacheOptions(
          config,
          namespaces,
          kinds,
          resyncPeriod,
          syncTimeout,
          idleTimeout,
          sharedBytes,
          failOnMissingInformer,
          watchList,
          metrics,
          watchErrorHandler);
    }
  }
}
