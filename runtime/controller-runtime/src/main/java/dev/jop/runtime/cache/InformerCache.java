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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<GroupVersionKind, List<IndexFunctions>> indexes = new HashMap<>();
  private final Map<GroupVersionKind, List<IndexFunctions>> indexesOfEnded = new HashMap<>();
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
    Duration asked = options.kind(type).resyncPeriod().apply(options.resyncPeriod());
    long nanos = (long) (TimeUnit.NANOSECONDS.convert(asked) * jitter);
    return new SharedIndexInformer<>(
        kindInformer(type), () -> kindInformer(type), type, Duration.ofNanos(nanos));
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
    return known == null || !known.serves(type) || !known.use() ? make(type) : known;
  }

  private synchronized KindInformer make(ResourceType<?> type) {
    if (state == State.CLOSED) {
      throw new IllegalStateException("the cache is closed");
    }
    KindInformer informer = informers.get(type.kind());
    if (informer == null) {
      Map<String, FeedSpec> plan = FeedSpec.plan(rest, options, type);
      informer =
          new KindInformer(
              type,
              options.metrics(),
              ReflectorOptions.defaults()
                  .withWatchList(options.watchList())
                  .withErrorHandler(options.watchErrorHandler()),
              idle -> Threads.start("idle-" + type.plural(), () -> endWhenIdle(idle)));
      informer.setFeeds(plan);
      List<IndexFunctions> known = indexes.getOrDefault(type.kind(), List.of());
      indexesOfEnded.getOrDefault(type.kind(), known).forEach(informer::addIndexes);
      if (state == State.STARTED) {
        informer.start();
      }
      informers.put(type.kind(), informer);
    } else if (!informer.serves(type)) {
      informer.setFeeds(FeedSpec.plan(rest, options, type));
    }
    boolean unused = informer.use(); // those that end are taken out under this lock
    return informer;
  }

  /** Ends an informer when it has had no handler, and nobody has read it, for a while. */
  private void endWhenIdle(KindInformer informer) {
    long timeout = TimeUnit.NANOSECONDS.convert(options.idleTimeout());
    try {
      for (long left = timeout; left > 0; left = endIfIdle(informer, timeout)) {
        informer.awaitEnd(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (informer.isClosed()) {
      LOG.debug("{}: nobody needs it any more", informer.kind());
      informer.close();
    }
  }

  private synchronized long endIfIdle(KindInformer informer, long timeout) {
    long left = informer.endIfIdle(timeout);
    if (left == 0 && informer.isClosed()) {
      informers.remove(informer.kind().kind(), informer);
      indexesOfEnded.put(informer.kind().kind(), informer.indexes());
    }
    return left;
  }

  @Override
  public void removeInformer(ResourceType<?> type) {
    KindInformer removed;
    synchronized (this) {
      removed = informers.remove(type.kind());
      indexesOfEnded.remove(type.kind());
    }
    if (removed != null) {
      removed.close();
    }
  }

  @Override
  public synchronized <T extends HasMetadata> void indexField(
      ResourceType<T> type, String field, Function<ObjectView<T>, Collection<String>> values) {
    IndexFunctions index = StoreIndexer.onStored(type, Map.of(Query.indexOf(field), values));
    kindInformer(type).addIndexes(index);
    indexes.computeIfAbsent(type.kind(), kind -> new ArrayList<>()).add(index);
  }

  @Override
  public synchronized void addNamespace(String namespace, UnaryOperator<CacheConfig> change) {
    CacheConfig unused = change.apply(options.config()); // if it fails, nothing has changed yet
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
    CacheOptions next = options.withNamespaces(namespaces);
    Map<KindInformer, Map<String, FeedSpec>> plans = new HashMap<>();
    for (KindInformer informer : informers.values()) {
      ResourceType<?> type =
          informer.isMetadata() ? informer.kind().asMetadata() : informer.kind().asGeneric();
      plans.put(informer, FeedSpec.plan(rest, next, type));
    }
    options = next; // all plans are made, so nothing fails half-way
    plans.forEach(KindInformer::setFeeds);
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
    long deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);
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
        .feeds()
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
    open.forEach(KindInformer::close);
  }
}
