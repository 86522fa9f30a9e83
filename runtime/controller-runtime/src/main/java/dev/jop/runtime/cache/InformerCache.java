package dev.jop.runtime.cache;

import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.Reader;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.client.SnapshotReader;
import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.thread.Threads;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A cache of one informer for each kind that was asked for, in whatever form.
 *
 * <p>An informer begins with what is wanted of it: if that is metadata alone, so is what is sent.
 * It goes over to whole objects, once, when somebody wants them. This cache's lock is held for the
 * making, changing and ending of informers, never for a read.
 */
final class InformerCache implements Cache, SnapshotReader {

  private static final Logger LOG = LoggerFactory.getLogger(InformerCache.class);

  private enum State {
    NEW,
    STARTED,
    CLOSED
  }

  private final RestClient rest;
  private final CacheReader reader;
  private final CacheReader sharedReader;
  private final Map<GroupVersionKind, KindInformer> informers = new ConcurrentHashMap<>();
  private final Map<GroupVersionKind, Map<String, FieldIndex<?>>> indexes = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final double jitter = 0.9 + ThreadLocalRandom.current().nextDouble(0.2);
  private volatile CacheOptions options;
  private volatile State state = State.NEW;

  InformerCache(RestClient rest, CacheOptions options) {
    this.rest = rest;
    this.options = options;
    SharedObjects sharedObjects = new SharedObjects(options.sharedBytes());
    this.reader = new CacheReader(this, rest, sharedObjects, false);
    this.sharedReader = new CacheReader(this, rest, sharedObjects, true);
  }

  CacheOptions options() {
    return options;
  }

  @Override
  public <T extends HasMetadata> Informer<T> informer(ResourceType<T> type) {
    Duration own = options.kind(type).resyncPeriod();
    Duration asked = own.isZero() ? options.resyncPeriod() : own;
    Duration period = Duration.ofNanos((long) (asked.toNanos() * jitter));
    return new SharedIndexInformer<>(kindInformer(type), type, period);
  }

  /**
   * The informer to read from.
   *
   * @throws IllegalStateException if the cache is not started (K26)
   * @throws ResourceNotCachedException if there is none, and readers are to start none (K2)
   */
  KindInformer toRead(ResourceType<?> type) {
    if (state != State.STARTED) {
      throw new IllegalStateException("the cache is not started, cannot read objects");
    }
    if (options.failOnMissingInformer() && !informers.containsKey(type.kind())) {
      throw new ResourceNotCachedException(type.kind());
    }
    return kindInformer(type);
  }

  private KindInformer kindInformer(ResourceType<?> type) {
    KindInformer known = informers.get(type.kind());
    KindInformer informer = known == null || !known.serves(type) ? make(type) : known;
    informer.use();
    return informer;
  }

  private synchronized KindInformer make(ResourceType<?> type) {
    if (state == State.CLOSED) {
      throw new IllegalStateException("the cache is closed");
    }
    KindInformer informer = informers.get(type.kind());
    if (informer == null) {
      informer =
          new KindInformer(
              type,
              options.metrics(),
              ReflectorOptions.defaults().withErrorHandler(options.watchErrorHandler()),
              () -> Threads.start("idle-" + type.plural(), () -> endIfIdle(type)));
      informer.setFeeds(FeedSpec.plan(rest, options, type));
      for (FieldIndex<?> index : indexes.getOrDefault(type.kind(), Map.of()).values()) {
        index.addTo(informer);
      }
      if (state == State.STARTED) {
        informer.start();
      }
      informers.put(type.kind(), informer);
    } else if (!informer.serves(type)) {
      informer.setFeeds(FeedSpec.plan(rest, options, type));
    }
    return informer;
  }

  /** Ends a kind's informer when it has no handler and nobody has read it for a while. */
  private void endIfIdle(ResourceType<?> type) {
    KindInformer informer = informers.get(type.kind());
    if (informer == null) {
      return;
    }
    informer.forgetUse();
    try {
      if (closing.await(options.idleTimeout().toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    synchronized (this) {
      if (informers.get(type.kind()) == informer && informer.closeIfUnused()) {
        informers.remove(type.kind());
        LOG.debug("{}: nobody needs it any more", type);
      }
    }
  }

  @Override
  public void removeInformer(ResourceType<?> type) {
    KindInformer removed;
    synchronized (this) {
      removed = informers.remove(type.kind());
    }
    if (removed != null) {
      removed.close();
    }
  }

  @Override
  public synchronized <T extends HasMetadata> void indexField(
      ResourceType<T> type, String field, Function<ObjectView<T>, Collection<String>> values) {
    FieldIndex<T> index = new FieldIndex<>(type, Query.indexOf(field), values);
    index.addTo(kindInformer(type));
    indexes.computeIfAbsent(type.kind(), kind -> new HashMap<>()).put(field, index);
  }

  @Override
  public synchronized void addNamespace(String namespace, UnaryOperator<CacheConfig> change) {
    Map<String, UnaryOperator<CacheConfig>> more = new HashMap<>(options.namespaces());
    more.put(namespace, change);
    setNamespaces(more);
  }

  @Override
  public synchronized void removeNamespace(String namespace) {
    Map<String, UnaryOperator<CacheConfig>> fewer = new HashMap<>(options.namespaces());
    fewer.remove(namespace);
    setNamespaces(fewer);
  }

  private void setNamespaces(Map<String, UnaryOperator<CacheConfig>> namespaces) {
    options = options.withNamespaces(namespaces);
    for (KindInformer informer : informers.values()) {
      ResourceType<?> type =
          informer.isMetadata() ? informer.kind().asMetadata() : informer.kind().asGeneric();
      informer.setFeeds(FeedSpec.plan(rest, options, type));
    }
  }

  @Override
  public synchronized void start() {
    if (state != State.NEW) {
      throw new IllegalStateException("the cache was started or closed before");
    }
    state = State.STARTED;
    informers.values().forEach(KindInformer::start);
  }

  @Override
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    for (KindInformer informer : List.copyOf(informers.values())) {
      if (!informer.waitForSync("", Duration.ofNanos(deadline - System.nanoTime()))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public <T extends HasMetadata> Optional<T> get(ResourceType<T> type, ObjectKey key) {
    return reader.get(type, key);
  }

  @Override
  public <T extends HasMetadata> List<T> list(ResourceType<T> type, ListOptions options) {
    return reader.list(type, options);
  }

  @Override
  public Reader shared() {
    return sharedReader;
  }

  @Override
  public Optional<Snapshot> snapshot(
      ResourceType<?> type, ObjectKey objectKey, String resourceVersion) {
    KindInformer informer = informers.get(type.kind());
    ObjectKey key = type.normalized(objectKey);
    StoredObject stored = informer == null ? null : informer.store().get(key);
    if (informer == null || stored == null || !stored.resourceVersion().equals(resourceVersion)) {
      return Optional.empty();
    }
    return informer
        .specOf(key.namespace())
        .filter(spec -> !spec.isMetadata())
        .map(spec -> new Snapshot(stored.json(), spec.config().keepsAll()));
  }

  @Override
  public void close() {
    List<KindInformer> open;
    synchronized (this) {
      state = State.CLOSED;
      open = List.copyOf(informers.values());
    }
    closing.countDown();
    open.forEach(KindInformer::close);
  }

  /** An index that a kind's informer gets, and its successor if it ends. */
  private record FieldIndex<T extends HasMetadata>(
      ResourceType<T> type, String name, Function<ObjectView<T>, Collection<String>> values) {

    void addTo(KindInformer informer) {
      new StoreIndexer<>(informer, type).addIndexers(Map.of(name, values));
    }
  }
}
