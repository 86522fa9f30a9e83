package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.client.Selector;
import dev.jop.runtime.client.SnapshotReader;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A cache of one informer for each kind that was asked for. */
final class InformerCache implements Cache, SnapshotReader {

  private enum State {
    NEW,
    STARTED,
    CLOSED
  }

  private final RestClient rest;
  private final CacheOptions options;
  private final Map<Class<?>, SharedInformer<?>> informers = new ConcurrentHashMap<>();
  private volatile State state = State.NEW;

  InformerCache(RestClient rest, CacheOptions options) {
    this.rest = rest;
    this.options = options;
  }

  @Override
  @SuppressWarnings("unchecked") // under a class stands the informer of that class
  public <T extends HasMetadata> SharedInformer<T> informer(Class<T> type) {
    SharedInformer<?> known = informers.get(type);
    return (SharedInformer<T>) (known == null ? make(type) : known);
  }

  private synchronized SharedInformer<?> make(Class<? extends HasMetadata> type) {
    if (state == State.CLOSED) {
      throw new IllegalStateException("the cache is closed");
    }
    SharedInformer<?> informer = informers.get(type);
    if (informer == null) {
      informer = new SharedInformer<>(rest, ResourceType.of(type), options.namespace());
      informers.put(type, informer);
      if (state == State.STARTED) {
        informer.start();
      }
    }
    return informer;
  }

  @Override
  public synchronized void start() {
    if (state != State.NEW) {
      throw new IllegalStateException("the cache was started or closed before");
    }
    state = State.STARTED;
    informers.values().forEach(SharedInformer::start);
  }

  @Override
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    for (SharedInformer<?> informer : List.copyOf(informers.values())) {
      if (!informer.synced().await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public <T extends HasMetadata> Optional<T> get(Class<T> type, ObjectKey key) {
    StoredObject stored = syncedStore(type).get(keyFor(ResourceType.of(type), key));
    return stored == null
        ? Optional.empty()
        : Optional.of(Codec.shared().decode(stored.json(), type));
  }

  @Override
  public <T extends HasMetadata> List<T> list(Class<T> type, ListOptions options) {
    Selector selector = Selector.parse(options.labelSelector());
    String namespace = options.namespace();
    List<T> objects = new ArrayList<>();
    for (StoredObject stored : syncedStore(type).all()) {
      if ((namespace.isEmpty() || namespace.equals(stored.key().namespace()))
          && selector.matches(stored.labels())) {
        objects.add(Codec.shared().decode(stored.json(), type));
      }
    }
    return objects;
  }

  @Override
  public Optional<byte[]> snapshot(ResourceType<?> type, ObjectKey key, String resourceVersion) {
    SharedInformer<?> informer = informers.get(type.type());
    StoredObject stored = informer == null ? null : informer.store().get(keyFor(type, key));
    return stored != null && stored.resourceVersion().equals(resourceVersion)
        ? Optional.of(stored.json())
        : Optional.empty();
  }

  /** The key as the store has it: cluster-scoped kinds have no namespace. */
  private static ObjectKey keyFor(ResourceType<?> type, ObjectKey key) {
    return type.namespaced() || key.namespace().isEmpty() ? key : ObjectKey.of(key.name());
  }

  private ObjectStore syncedStore(Class<? extends HasMetadata> type) {
    if (state != State.STARTED) {
      throw new IllegalStateException("the cache is not started, cannot read objects"); // K26
    }
    SharedInformer<?> informer = informer(type);
    if (!informer.hasSynced()) {
      await(informer, type);
    }
    return informer.store();
  }

  private void await(SharedInformer<?> informer, Class<?> type) {
    try {
      if (informer.synced().await(options.syncTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException("interrupted while waiting for " + type.getSimpleName(), e);
    }
    String why = informer.lastError().map(error -> ": " + error.getMessage()).orElse("");
    throw new ApiException(
        "no " + type.getSimpleName() + " was read within " + options.syncTimeout() + why, 0, "");
  }

  @Override
  public void close() {
    Map<Class<?>, SharedInformer<?>> open;
    synchronized (this) {
      state = State.CLOSED;
      open = new HashMap<>(informers);
    }
    open.values().forEach(SharedInformer::close);
  }
}
