package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One kind's reflectors, the store that they fill, and the handlers that are told.
 *
 * <p>A reflector, in its {@link Feed}, brings in the objects of a namespace, or of all: they write
 * the store and then tell, so whoever hears of a change can read it. They do both under this
 * informer's lock, and so does the adding of a handler copy the store and join: a handler misses
 * nothing and is told nothing twice (I26). Handlers run in threads of their own, each with a
 * backlog of its own; readers of the store take no lock.
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
  private final ObjectStore store = new ObjectStore();
  private final List<Listener<?>> listeners = new ArrayList<>();
  private final Map<String, Function<StoredObject, Collection<String>>> waitingIndexes =
      new HashMap<>();
  private final Object lock = new Object();
  private final InformerMetrics metrics;
  private final ReflectorOptions options;
  private final Runnable onLastHandlerGone;
  private volatile WatchErrorHandler errorHandler;
  private volatile Map<String, Feed> feeds = Map.of();
  private boolean started;
  private boolean told;
  private volatile boolean metadata;
  private volatile boolean used;
  private volatile boolean closed;

  /**
   * An informer without feeds.
   *
   * @param provider makes the metrics
   * @param options how its reflectors wait, and who is told of their failures
   * @param onLastHandlerGone is called when the last handler was removed; must not wait
   */
  KindInformer(
      ResourceType<?> kind,
      InformerMetricsProvider provider,
      ReflectorOptions options,
      Runnable onLastHandlerGone) {
    this.kind = kind;
    this.metrics =
        provider.create(kind, new InformerGauges(store, this::lastResourceVersion, this::backlogs));
    this.options =
        options.withMetrics(metrics).withErrorHandler(error -> errorHandler.failed(error));
    this.errorHandler = options.onError();
    this.onLastHandlerGone = onLastHandlerGone;
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

  /** The oldest of the feeds' versions; empty if one has none or they compare to nothing (I38). */
  String lastResourceVersion() {
    String oldest = "";
    for (Feed feed : feeds.values()) {
      String version = feed.resourceVersion();
      if (version.isEmpty()) {
        return "";
      }
      oldest = oldest.isEmpty() ? version : ResourceVersions.older(oldest, version);
      if (oldest.isEmpty()) {
        return "";
      }
    }
    return oldest;
  }

  private int[] backlogs() {
    synchronized (lock) {
      return listeners.stream().mapToInt(Listener::backlogLength).toArray();
    }
  }

  /** The objects as they are kept. */
  ObjectStore store() {
    return store;
  }

  /**
   * Exchanges feeds: those that stay the same go on, others end and begin. Objects that no feed
   * covers any more are told as deleted.
   *
   * @param specs what to bring in, by namespace
   * @throws IllegalStateException if it is closed
   */
  void setFeeds(Map<String, FeedSpec> specs) {
    List<Feed> ended = new ArrayList<>();
    synchronized (lock) {
      refuseIfClosed();
      Map<String, Feed> next = new HashMap<>();
      specs.forEach(
          (namespace, spec) -> {
            Feed known = feeds.get(namespace);
            boolean same = known != null && known.spec().equals(spec);
            next.put(namespace, same ? known : new Feed(spec, this));
          });
      List<Feed> begun = new ArrayList<>(next.values());
      begun.removeAll(feeds.values());
      ended.addAll(feeds.values());
      ended.removeAll(next.values());
      ended.forEach(Feed::retire);
      feeds = Map.copyOf(next);
      metadata = specs.values().stream().anyMatch(FeedSpec::isMetadata);
      removeAll(key -> specs.values().stream().noneMatch(spec -> spec.covers(key)));
      if (started) {
        settle(null);
        begun.forEach(Feed::start);
      }
    }
    ended.forEach(Feed::close);
  }

  /** What brings objects in now. */
  Collection<Feed> feeds() {
    return feeds.values();
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
      feeds.values().forEach(Feed::start);
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
    long end = System.nanoTime() + timeout.toNanos();
    for (Feed feed = pending(namespace); feed != null; feed = pending(namespace)) {
      long left = end - System.nanoTime();
      if (left <= 0 || closed) {
        return false;
      }
      feed.await(left);
    }
    return !closed;
  }

  /** Whether everything of a namespace, or of all if it is empty, was brought in once. */
  boolean hasSynced(String namespace) {
    return pending(namespace) == null;
  }

  /** What has not brought in everything yet of a namespace, or of all if it is empty. */
  Optional<FeedSpec> pendingSpec(String namespace) {
    return Optional.ofNullable(pending(namespace)).map(Feed::spec);
  }

  /** What brings in a namespace; nothing if it is not held. */
  Optional<FeedSpec> specOf(String namespace) {
    return Optional.ofNullable(feedOf(namespace)).map(Feed::spec);
  }

  /** Whether readers of objects in a namespace share them. */
  boolean sharesReads(String namespace) {
    Feed feed = feedOf(namespace);
    return feed != null && feed.spec().config().sharedReads();
  }

  private @Nullable Feed feedOf(String namespace) {
    Feed feed = feeds.get(namespace);
    return feed == null ? feeds.get(CacheOptions.ALL_NAMESPACES) : feed;
  }

  /** A feed that has not brought in everything yet of a namespace, or of all if that is empty. */
  private @Nullable Feed pending(String namespace) {
    if (namespace.isEmpty()) {
      for (Feed feed : feeds.values()) {
        if (!feed.hasSynced()) {
          return feed;
        }
      }
      return null;
    }
    Feed feed = feedOf(namespace);
    if (feed == null) {
      throw new UnknownNamespaceException(kind, namespace);
    }
    return feed.hasSynced() ? null : feed;
  }

  Optional<ApiException> lastError() {
    return feeds.values().stream().flatMap(feed -> feed.lastError().stream()).findAny();
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
      if (onMetadata || (hasSynced() && !isMetadata())) {
        store.addIndexes(functions);
      } else {
        store.refuseKnown(functions.keySet());
        waitingIndexes.putAll(functions);
      }
    }
  }

  /** Adds a handler, which is told of everything first. */
  void add(Listener<?> listener) {
    synchronized (lock) {
      refuseIfClosed(); // I30
      listeners.add(listener);
      if (told) {
        listener.backlog().replace(store.all());
      }
      listener.start();
    }
  }

  /** Tells a handler of everything again, but not of what it was not told yet. */
  void resync(Listener<?> listener) {
    synchronized (lock) {
      if (told) {
        listener.backlog().resync(store.all());
      }
    }
  }

  void remove(Listener<?> listener) {
    boolean last;
    synchronized (lock) {
      last = listeners.remove(listener) && listeners.isEmpty() && !closed;
    }
    if (last) {
      onLastHandlerGone.run();
    }
  }

  /** Notes that somebody reads. */
  void use() {
    if (!used) {
      used = true;
    }
  }

  /** Forgets that anybody has read. */
  void forgetUse() {
    used = false;
  }

  /**
   * Ends, if there is no handler and nobody has read since that was forgotten.
   *
   * @return whether it has ended
   */
  boolean closeIfUnused() {
    synchronized (lock) {
      if (used || !listeners.isEmpty()) {
        return false;
      }
      closed = true;
    }
    close();
    return true;
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("the informer of " + kind + " is closed");
    }
  }

  /** Ends the watches, then the handlers, and waits for both. May be called twice. */
  @Override
  public void close() {
    List<Listener<?>> open;
    List<Feed> ended;
    synchronized (lock) {
      closed = true;
      open = List.copyOf(listeners);
      ended = List.copyOf(feeds.values());
    }
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
      if (feed.isRetired()) {
        return;
      }
      if (!store.all().isEmpty()) {
        Set<ObjectKey> kept = new HashSet<>();
        objects.forEach(object -> kept.add(object.key()));
        removeAll(key -> feed.spec().covers(key) && !kept.contains(key)); // first: I18
      }
      objects.forEach(this::putAndTell);
      settle(feed);
    }
  }

  void put(Feed feed, StoredObject object) {
    synchronized (lock) {
      if (!feed.isRetired() && !isReplayed(object)) {
        putAndTell(object);
      }
    }
  }

  void delete(Feed feed, StoredObject object) {
    synchronized (lock) {
      if (!feed.isRetired() && !isReplayed(object) && store.remove(object.key()) != null) {
        tell(backlog -> backlog.delete(object, false));
      }
    }
  }

  /** Whether an event tells of a state that the object has left behind, as it is known here. */
  private boolean isReplayed(StoredObject object) {
    StoredObject known = store.get(object.key());
    return known != null
        && ResourceVersions.isOlder(object.resourceVersion(), known.resourceVersion())
        && object.uid().equals(known.uid());
  }

  private void putAndTell(StoredObject object) {
    StoredObject old = store.put(object);
    if (old == null) {
      tell(backlog -> backlog.add(object));
    } else if (!old.uid().equals(object.uid())) { // it went and another came, unseen (I41)
      tell(backlog -> backlog.delete(old, true));
      tell(backlog -> backlog.add(object));
    } else if (!old.resourceVersion().equals(object.resourceVersion())) {
      tell(backlog -> backlog.update(old, object));
    }
  }

  private void removeAll(Predicate<ObjectKey> gone) {
    for (StoredObject old : List.copyOf(store.all())) {
      if (gone.test(old.key())) {
        store.remove(old.key());
        tell(backlog -> backlog.delete(old, true));
      }
    }
  }

  /**
   * Does what waits for every feed to have synced, if this one is the last, then lets readers in.
   */
  private void settle(@Nullable Feed synced) {
    boolean all = feeds.values().stream().allMatch(feed -> feed == synced || feed.hasSynced());
    if (all && !waitingIndexes.isEmpty() && !isMetadata()) {
      store.addIndexes(waitingIndexes);
      waitingIndexes.clear();
    }
    if (all && !told) {
      told = true;
      tell(backlog -> backlog.replace(store.all()));
    }
    if (synced != null) {
      synced.markSynced();
    }
  }

  private void tell(Consumer<DeltaFifo<StoredObject>> change) {
    if (told) {
      listeners.forEach(listener -> change.accept(listener.backlog()));
    }
  }
}
