package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.scheme.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind's reflectors, the store that they fill, and the handlers that are told.
 *
 * <p>A reflector, in its {@link Feed}, brings in the objects of a namespace, or of all. They write
 * the store, which tells the handlers then, so whoever hears of a change can read it. That happens
 * under this informer's lock, and so does a handler join: it misses nothing and is told nothing
 * twice (I26). Handlers run in threads of their own, each with a backlog of its own; readers of the
 * store take no lock.
 *
 * <p>Nothing is told before every feed has brought everything once; then handlers are told of all
 * at once, and from then on of changes. When feeds are exchanged later, for other namespaces or for
 * whole objects instead of metadata, the store and the handlers go on: the new feed's first list is
 * compared with what is stored.
 *
 * <p>Indexes that look into objects wait while there is only metadata to look into.
 */
final class KindInformer implements AutoCloseable {

  private final ResourceType<?> kind;
  private final ToldStore store = new ToldStore();
  private final Map<String, Function<StoredObject, Collection<String>>> waitingIndexes =
      new HashMap<>();
  private final Object lock = new Object();
  private final InformerMetrics metrics;
  private final ReflectorOptions options;
  private final Consumer<KindInformer> onIdle;
  private final Usage usage = new Usage();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile WatchErrorHandler errorHandler;
  private volatile Feeds feeds;
  private boolean started;
  private volatile boolean metadata;
  private boolean mayHoldMetadata;
  private long idleSince;
  private boolean idle;
  private volatile boolean closed;

  /**
   * An informer without feeds.
   *
   * @param provider makes the metrics
   * @param options how its reflectors wait, and who is told of their failures
   * @param onIdle is called when the last handler was removed, and not again before {@link
   *     #endIfIdle} gives 0; must not wait
   */
  KindInformer(
      ResourceType<?> kind,
      InformerMetricsProvider provider,
      ReflectorOptions options,
      Consumer<KindInformer> onIdle) {
    this.kind = kind;
    this.feeds = Feeds.none(kind);
    this.metrics =
        provider.create(
            kind, new InformerGauges(store.objects(), this::lastResourceVersion, this::backlogs));
    this.options =
        options.withMetrics(metrics).withErrorHandler(error -> errorHandler.failed(error));
    this.errorHandler = options.onError();
    this.onIdle = onIdle;
  }

  ResourceType<?> kind() {
    return kind;
  }

  InformerMetrics metrics() {
    return metrics;
  }

  /** How the reflectors of feeds wait and what they tell. */
  ReflectorOptions reflectorOptions() {
    return options;
  }

  /**
   * Sets who is told of failures to list and watch (I33).
   *
   * @throws IllegalStateException if it was started before
   */
  void setWatchErrorHandler(WatchErrorHandler handler) {
    synchronized (lock) {
      if (started) {
        throw new IllegalStateException("the informer of " + kind + " was started before");
      }
      errorHandler = handler;
    }
  }

  /** The version of the whole up to which every change was taken (I38). */
  String lastResourceVersion() {
    return feeds.lastResourceVersion();
  }

  private int[] backlogs() {
    synchronized (lock) {
      return store.listeners().stream().mapToInt(Listener::backlogLength).toArray();
    }
  }

  /** The objects as they are kept. */
  ObjectStore store() {
    return store.objects();
  }

  /**
   * Exchanges feeds: those that stay the same go on, others end and begin. Objects that no feed
   * covers any more are told as deleted. Does not wait for what ends.
   *
   * @param specs what to bring in, by namespace
   * @throws IllegalStateException if it is closed
   */
  void setFeeds(Map<String, FeedSpec> specs) {
    List<Feed> ended = new ArrayList<>();
    synchronized (lock) {
      refuseIfClosed();
      Feeds next = feeds.exchanged(specs, spec -> new Feed(spec, this));
      List<Feed> begun = new ArrayList<>(next.all());
      begun.removeAll(feeds.all());
      ended.addAll(feeds.all());
      ended.removeAll(next.all());
      ended.forEach(Feed::retire);
      feeds = next;
      metadata = next.areMetadata();
      store.removeIf(key -> !next.cover(key));
      mayHoldMetadata = metadata || (mayHoldMetadata && !store.objects().all().isEmpty());
      addWaitingIndexes();
      if (started) {
        settle(null);
        begun.forEach(Feed::start);
      }
    }
    ended.forEach(Feed::stop);
  }

  /** What brings objects in now. */
  Collection<Feed> feeds() {
    return feeds.all();
  }

  /** Whether what is brought in is enough for this type of the kind. */
  boolean serves(ResourceType<?> type) {
    return type.isMetadata() || !isMetadata();
  }

  /** Whether no more than metadata is brought in. */
  boolean isMetadata() {
    return metadata;
  }

  /**
   * Begins to list and watch, without waiting.
   *
   * @return false if it was started before
   * @throws IllegalStateException if it is closed
   */
  boolean start() {
    synchronized (lock) {
      refuseIfClosed();
      if (started) {
        return false;
      }
      started = true;
      feeds.all().forEach(Feed::start);
      return true;
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether everything was brought in once. */
  boolean hasSynced() {
    return hasSynced("");
  }

  /**
   * Waits until everything of a namespace was brought in once, or the informer is closed.
   *
   * @param namespace the namespace, empty for all
   * @return whether it was, within that time
   * @throws UnknownNamespaceException if no feed brings in that namespace (K10)
   */
  boolean waitForSync(String namespace, Duration timeout) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);
    for (Feed feed = feeds.pending(namespace); feed != null; feed = feeds.pending(namespace)) {
      long left = until - System.nanoTime();
      if (left <= 0 || closed) {
        return false;
      }
      feed.await(left);
    }
    return !closed;
  }

  /** Whether everything of a namespace, or of all if it is empty, was brought in once. */
  boolean hasSynced(String namespace) {
    return feeds.pending(namespace) == null;
  }

  /** What has not brought in everything yet of a namespace, or of all if it is empty. */
  Optional<FeedSpec> pendingSpec(String namespace) {
    return Optional.ofNullable(feeds.pending(namespace)).map(Feed::spec);
  }

  /** What brings in a namespace; nothing if it is not held. */
  Optional<FeedSpec> specOf(String namespace) {
    return Optional.ofNullable(feeds.of(namespace)).map(Feed::spec);
  }

  /** Whether readers of objects in a namespace share them. */
  boolean sharesReads(String namespace) {
    Feed feed = feeds.of(namespace);
    return feed != null && feed.spec().config().sharedReads();
  }

  Optional<ApiException> lastError() {
    return feeds.lastError();
  }

  /** Adds indexes; those that look into whole objects as soon as there are any. */
  void addIndexes(
      Map<String, Function<StoredObject, Collection<String>>> functions, boolean onMetadata) {
    synchronized (lock) {
      for (String name : functions.keySet()) {
        if (waitingIndexes.containsKey(name)) {
          throw new IllegalArgumentException("there is an index " + name + " already");
        }
      }
      if (onMetadata || !mayHoldMetadata) {
        store.objects().addIndexes(functions);
      } else {
        store.objects().refuseKnown(functions.keySet());
        waitingIndexes.putAll(functions);
      }
    }
  }

  /** Adds a handler, which is told of everything first. */
  void add(Listener<?> listener) {
    synchronized (lock) {
      refuseIfClosed(); // I30
      store.add(listener);
      listener.start();
    }
  }

  /** Tells a handler of everything again, but not of what it was not told yet. */
  void resync(Listener<?> listener) {
    synchronized (lock) {
      store.resync(listener);
    }
  }

  void remove(Listener<?> listener) {
    boolean becomesIdle;
    synchronized (lock) {
      boolean last = store.remove(listener) && !closed;
      becomesIdle = last && !idle;
      if (last) {
        usage.forget();
        idleSince = System.nanoTime();
        idle = true;
      }
    }
    if (becomesIdle) {
      onIdle.accept(this);
    }
  }

  /** Notes that somebody reads, or will; false if it has ended because nobody did. */
  boolean use() {
    return usage.use();
  }

  /**
   * Takes no handlers any more, if the last one left so long ago and nobody has read since. Whoever
   * calls has to {@link #close} it then.
   *
   * @param nanos how long ago
   * @return after how long to ask again; 0 if it has ended, or goes on
   */
  long endIfIdle(long nanos) {
    synchronized (lock) {
      long left = nanos - (System.nanoTime() - idleSince);
      if (left > 0 && !closed) {
        return left;
      }
      idle = false;
      closed |= store.listeners().isEmpty() && usage.end();
      return 0;
    }
  }

  /** Waits until it is closed, at most so long. */
  void awaitEnd(long nanos) throws InterruptedException {
    boolean unused = end.await(nanos, TimeUnit.NANOSECONDS);
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("the informer of " + kind + " is closed");
    }
  }

  /**
   * Ends the watches, then the handlers, and waits for both, unless one of these calls it. May be
   * called twice.
   */
  @Override
  public void close() {
    List<Listener<?>> open;
    List<Feed> ended;
    synchronized (lock) {
      closed = true;
      open = store.listeners();
      ended = List.copyOf(feeds.all());
    }
    end.countDown();
    ended.forEach(Feed::stop);
    ended.forEach(Feed::close);
    open.forEach(Listener::close);
    try {
      for (Listener<?> listener : open) {
        listener.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    metrics.close();
  }

  /** Takes everything that a feed has. */
  void replace(Feed feed, Collection<StoredObject> objects) {
    synchronized (lock) {
      if (!feed.isRetired()) {
        store.replace(feed.spec()::covers, objects);
        settle(feed);
      }
    }
  }

  void put(Feed feed, StoredObject object) {
    synchronized (lock) {
      if (!feed.isRetired()) {
        store.put(object);
      }
    }
  }

  void delete(Feed feed, StoredObject object) {
    synchronized (lock) {
      if (!feed.isRetired()) {
        store.delete(object);
      }
    }
  }

  /**
   * Does what waits for every feed to have synced, if this one is the last, then lets readers in.
   */
  private void settle(@Nullable Feed synced) {
    if (feeds.haveSyncedBut(synced)) {
      mayHoldMetadata = metadata;
      addWaitingIndexes();
      store.begin();
    }
    if (synced != null) {
      synced.markSynced();
    }
  }

  private void addWaitingIndexes() {
    if (!mayHoldMetadata && !waitingIndexes.isEmpty()) {
      store.objects().addIndexes(waitingIndexes);
      waitingIndexes.clear();
    }
  }
}
