package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.client.SnapshotReader;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A cache of one informer for each kind that was asked for. */
final class InformerCache implements Cache, SnapshotReader {

  private enum State {
    NEW,
    STARTED,
    CLOSED
  }

  private final RestClient rest;
  private final CacheOptions options;
  private final Map<Class<?>, SharedIndexInformer<?>> informers = new ConcurrentHashMap<>();
  private volatile State state = State.NEW;

  InformerCache(RestClient rest, CacheOptions options) {
    this.rest = rest;
    this.options = options;
  }

  @Override
  @SuppressWarnings("unchecked") // under a class stands the informer of that class
  public <T extends HasMetadata> SharedIndexInformer<T> informer(Class<T> type) {
    SharedIndexInformer<?> known = informers.get(type);
    return (SharedIndexInformer<T>) (known == null ? make(type) : known);
  }

  private synchronized SharedIndexInformer<?> make(Class<? extends HasMetadata> type) {
    if (state == State.CLOSED) {
      throw new IllegalStateException("the cache is closed");
    }
    SharedIndexInformer<?> informer = informers.get(type);
    if (informer == null) {
      informer = create(type);
      informers.put(type, informer);
      if (state == State.STARTED) {
        informer.start();
      }
    }
    return informer;
  }

  private <T extends HasMetadata> SharedIndexInformer<T> create(Class<T> type) {
    ListWatch source = ListWatch.of(rest, ResourceType.of(type));
    return SharedIndexInformer.create(source.withNamespace(options.namespace()), type);
  }

  @Override
  public <T extends HasMetadata> void indexField(
      Class<T> type, String field, Function<ObjectView<T>, Collection<String>> values) {
    informer(type).indexer().addIndexers(Map.of(Query.indexOf(field), values));
  }

  @Override
  public synchronized void start() {
    if (state != State.NEW) {
      throw new IllegalStateException("the cache was started or closed before");
    }
    state = State.STARTED;
    informers.values().forEach(SharedIndexInformer::start);
  }

  @Override
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    for (SharedIndexInformer<?> informer : List.copyOf(informers.values())) {
      if (!informer.waitForSync(Duration.ofNanos(deadline - System.nanoTime()))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public <T extends HasMetadata> Optional<T> get(Class<T> type, ObjectKey key) {
    StoredObject stored = syncedStore(type).get(ResourceType.of(type).normalized(key));
    return stored == null
        ? Optional.empty()
        : Optional.of(Codec.shared().decode(stored.json(), type));
  }

  @Override
  public <T extends HasMetadata> List<T> list(Class<T> type, ListOptions options) {
    Query query = Query.of(options, ResourceType.of(type).namespaced());
    List<T> objects = new ArrayList<>();
    for (StoredObject stored : query.on(syncedStore(type))) {
      objects.add(Codec.shared().decode(stored.json(), type));
    }
    return objects;
  }

  @Override
  public Optional<byte[]> snapshot(ResourceType<?> type, ObjectKey key, String resourceVersion) {
    SharedIndexInformer<?> informer = informers.get(type.type());
    StoredObject stored = informer == null ? null : informer.store().get(type.normalized(key));
    return stored != null && stored.resourceVersion().equals(resourceVersion)
        ? Optional.of(stored.json())
        : Optional.empty();
  }

  private ObjectStore syncedStore(Class<? extends HasMetadata> type) {
    if (state != State.STARTED) {
      throw new IllegalStateException("the cache is not started, cannot read objects"); // K26
    }
    SharedIndexInformer<?> informer = informer(type);
    if (!informer.hasSynced()) {
      await(informer, type);
    }
    return informer.store();
  }

  private void await(SharedIndexInformer<?> informer, Class<?> type) {
    try {
      if (informer.waitForSync(options.syncTimeout())) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException("interrupted while waiting for " + type.getSimpleName(), e);
    }
    if (informer.isStopped()) {
      throw new IllegalStateException(
          "the cache was closed while " + type.getSimpleName() + " was awaited");
    }
    String why = informer.lastError().map(error -> ": " + error.getMessage()).orElse("");
    throw new ApiException(
        "no " + type.getSimpleName() + " was read within " + options.syncTimeout() + why, 0, "");
  }

  @Override
  public void close() {
    Map<Class<?>, SharedIndexInformer<?>> open;
    synchronized (this) {
      state = State.CLOSED;
      open = new HashMap<>(informers);
    }
    open.values().forEach(SharedIndexInformer::close);
  }
}
