package dev.jop.runtime.cache;

import dev.jop.runtime.scheme.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The store of an informer, the feeds that fill it, and the handlers that are told.
 *
 * <p>Nothing is told before every feed has brought everything once; then handlers are told of all
 * at once, and from then on of changes. When feeds are exchanged later, for other namespaces or for
 * whole objects instead of metadata, the store and the handlers go on: the new feed's first list is
 * compared with what is stored. Indexes that look into objects wait while there is only metadata to
 * look into.
 *
 * <p>All that changes something happens under the informer's lock; readers of the store take none.
 */
final class FedStore {

  private final Object lock;
  private final ToldStore store = new ToldStore();
  private final AddedIndexes indexes = new AddedIndexes(store.objects());
  private volatile Feeds feeds;
  private volatile boolean metadata;
  private boolean mayHoldMetadata;

  /**
   * A store without feeds.
   *
   * @param lock the informer's
   */
  FedStore(ResourceType<?> kind, Object lock) {
    this.lock = lock;
    this.feeds = Feeds.none(kind);
  }

  /** The objects as they are kept. */
  ObjectStore objects() {
    return store.objects();
  }

  /** What brings objects in now. */
  Feeds feeds() {
    return feeds;
  }

  /** Whether no more than metadata is brought in. */
  boolean isMetadata() {
    return metadata;
  }

  /**
   * Exchanges feeds: those that stay the same go on, others begin, if they are to, and retire.
   * Objects that no feed covers any more are told as deleted.
   *
   * @param specs what to bring in, by namespace
   * @return what has retired and is to be stopped, outside of the lock
   */
  List<Feed> exchange(Map<String, FeedSpec> specs, ReflectorOptions options, boolean begin) {
    synchronized (lock) {
      Feeds next = feeds.exchanged(specs, spec -> new Feed(spec, this, options));
      List<Feed> begun = new ArrayList<>(next.all());
      begun.removeAll(feeds.all());
      List<Feed> ended = new ArrayList<>(feeds.all());
      ended.removeAll(next.all());
      ended.forEach(Feed::retire);
      feeds = next;
      metadata = next.areMetadata();
      store.removeIf(key -> !next.cover(key));
      mayHoldMetadata = metadata || (mayHoldMetadata && !store.objects().all().isEmpty());
      addWaitingIndexes();
      if (begin) {
        settle(null);
        begun.forEach(Feed::start);
      }
      return ended;
    }
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
    if (!mayHoldMetadata) {
      indexes.addWaiting();
    }
  }

  /**
   * Adds indexes; those that look into whole objects as soon as there are any.
   *
   * @throws IllegalArgumentException if there is an index of one of these names; then none is added
   */
  void addIndexes(IndexFunctions functions) {
    synchronized (lock) {
      indexes.add(functions, mayHoldMetadata);
    }
  }

  /** All indexes that were added. */
  List<IndexFunctions> indexes() {
    synchronized (lock) {
      return indexes.all();
    }
  }

  /** Adds a handler and lets it begin; it is told of everything first. */
  void add(Listener<?> listener) {
    synchronized (lock) {
      store.add(listener);
      listener.start();
    }
  }

  /** Removes a handler; whether it was the last. */
  boolean remove(Listener<?> listener) {
    synchronized (lock) {
      return store.remove(listener);
    }
  }

  /** Tells a handler of everything again, but not of what it was not told yet. */
  void resync(Listener<?> listener) {
    synchronized (lock) {
      store.resync(listener);
    }
  }

  /** The handlers that there are. */
  List<Listener<?>> listeners() {
    synchronized (lock) {
      return store.listeners();
    }
  }
}
