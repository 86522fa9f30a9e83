package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind's reflector, its store with indexes, and the handlers that are told.
 *
 * <p>The reflector's thread writes the store and then tells: whoever hears of a change can read it.
 * It does both under this informer's lock, and so does the adding of a handler copy the store and
 * join: a handler misses nothing and is told nothing twice (I26). Handlers run in threads of their
 * own, each with a backlog of its own; readers of the store take no lock.
 *
 * <p>It can be used alone, without a cache or a manager: make it, add handlers, start it, and close
 * it at the end.
 *
 * @param <T> the kind's type
 */
public final class SharedIndexInformer<T extends HasMetadata>
    implements Informer<T>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SharedIndexInformer.class);
  private static final Duration SHORTEST_RESYNC = Duration.ofSeconds(1);

  private final ResourceType<T> type;
  private final Reflector reflector;
  private final ObjectStore store = new ObjectStore();
  private final Indexer<T> indexer;
  private final CountDownLatch syncedOrClosed = new CountDownLatch(1);
  private final List<Listener<T>> listeners = new ArrayList<>();
  private final Object lock = new Object();
  private boolean started;
  private volatile boolean synced;
  private volatile boolean closed;

  private SharedIndexInformer(ListWatch source, ResourceType<T> type) {
    this.type = type;
    this.reflector = new Reflector(source, new Told());
    this.indexer = new StoreIndexer<>(store, type, lock);
  }

  /**
   * An informer that is not started yet.
   *
   * @param source what to list and watch: objects of this type
   */
  public static <T extends HasMetadata> SharedIndexInformer<T> create(
      ListWatch source, Class<T> type) {
    return new SharedIndexInformer<>(source, ResourceType.of(type));
  }

  /**
   * Begins to list and watch, without waiting. A second call does nothing but log a warning (I34).
   *
   * @throws IllegalStateException if it is closed
   */
  public void start() {
    synchronized (lock) {
      refuseIfClosed();
      if (started) {
        LOG.warn("the informer of {} was started before; this start does nothing", type);
        return;
      }
      started = true;
    }
    reflector.start();
  }

  /** Whether it was closed. */
  public boolean isStopped() {
    return closed;
  }

  @Override
  public Indexer<T> indexer() {
    return indexer;
  }

  /** The objects as they are kept. */
  ObjectStore store() {
    return store;
  }

  @Override
  public boolean hasSynced() {
    return synced;
  }

  @Override
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    return syncedOrClosed.await(timeout.toNanos(), TimeUnit.NANOSECONDS) && synced;
  }

  @Override
  public Optional<ApiException> lastError() {
    return reflector.lastError();
  }

  @Override
  public Registration addHandler(ResourceEventHandler<T> handler) {
    return addListener(handler, Long.MAX_VALUE);
  }

  @Override
  public Registration addHandler(ResourceEventHandler<T> handler, Duration resyncPeriod) {
    Duration period =
        resyncPeriod.compareTo(SHORTEST_RESYNC) < 0 ? SHORTEST_RESYNC : resyncPeriod; // I31
    return addListener(handler, period.toNanos());
  }

  private Registration addListener(ResourceEventHandler<T> handler, long resyncNanos) {
    synchronized (lock) {
      refuseIfClosed(); // I30
      Listener<T> listener =
          new Listener<>(type.type(), handler, resyncNanos, store::all, this::remove);
      listeners.add(listener);
      if (hasSynced()) {
        listener.backlog().replace(store.all());
      }
      return listener;
    }
  }

  private void refuseIfClosed() {
    if (closed) {
      throw new IllegalStateException("the informer of " + type + " is closed");
    }
  }

  private void remove(Listener<T> listener) {
    synchronized (lock) {
      listeners.remove(listener);
    }
  }

  private void tell(Consumer<DeltaFifo<StoredObject>> change) {
    for (Listener<T> listener : listeners) {
      change.accept(listener.backlog());
    }
  }

  /** Ends the watch, then the handlers, and waits for both. May be called twice. */
  @Override
  public void close() {
    List<Listener<T>> open;
    synchronized (lock) {
      closed = true;
      open = List.copyOf(listeners);
    }
    syncedOrClosed.countDown();
    reflector.close();
    open.forEach(Listener::close);
    try {
      for (Listener<T> listener : open) {
        listener.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes what the reflector sees: store first, then tell. */
  private final class Told implements ReflectorStore {

    @Override
    public void replace(Collection<StoredObject> objects) {
      synchronized (lock) {
        if (hasSynced()) {
          removeAllBut(objects); // before what came: the field's order (I18)
          objects.forEach(this::putAndTell);
        } else {
          objects.forEach(store::put);
          tell(backlog -> backlog.replace(objects));
          synced = true;
          syncedOrClosed.countDown();
        }
      }
    }

    @Override
    public void put(StoredObject object) {
      synchronized (lock) {
        putAndTell(object);
      }
    }

    @Override
    public void delete(StoredObject object) {
      synchronized (lock) {
        if (store.remove(object.key()) != null) {
          tell(backlog -> backlog.delete(object, false));
        }
      }
    }

    private void putAndTell(StoredObject object) {
      StoredObject old = store.put(object);
      if (old == null) {
        tell(backlog -> backlog.add(object));
      } else if (!old.isSameState(object)) {
        tell(backlog -> backlog.update(old, object));
      }
    }

    private void removeAllBut(Collection<StoredObject> objects) {
      Set<ObjectKey> kept = new HashSet<>();
      objects.forEach(object -> kept.add(object.key()));
      for (StoredObject old : List.copyOf(store.all())) {
        if (!kept.contains(old.key())) {
          store.remove(old.key());
          tell(backlog -> backlog.delete(old, true));
        }
      }
    }
  }
}
