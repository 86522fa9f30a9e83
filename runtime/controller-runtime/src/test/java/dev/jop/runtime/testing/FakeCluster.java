package dev.jop.runtime.testing;

import dev.jop.runtime.cache.Cache;
import dev.jop.runtime.cache.CacheConfig;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.RestMapper;
import dev.jop.runtime.cluster.Cluster;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A cluster of informers that tell what a test says, and of nothing else. */
public final class FakeCluster implements Cluster, Cache {

  private final Map<Class<?>, FakeInformer<?>> informers = new ConcurrentHashMap<>();
  private volatile boolean synced = true;
  private volatile boolean started;
  private volatile boolean closed;

  /** Whether the cache says that it has synced, as it does unless it is told otherwise. */
  public void setSynced(boolean synced) {
    this.synced = synced;
  }

  /** Whether it was started. */
  public boolean isStarted() {
    return started;
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public <T extends HasMetadata> void indexField(
      ResourceType<T> type, String field, Function<ObjectView<T>, Collection<String>> values) {
    throw new UnsupportedOperationException("nothing is listed by a field");
  }

  @Override
  public <T extends HasMetadata> FakeInformer<T> informer(Class<T> type) {
    return informer(ResourceType.of(type));
  }

  @Override
  @SuppressWarnings("unchecked") // under a class stands the informer of that class
  public <T extends HasMetadata> FakeInformer<T> informer(ResourceType<T> type) {
    return (FakeInformer<T>) informers.computeIfAbsent(type.type(), key -> new FakeInformer<>());
  }

  @Override
  public void removeInformer(ResourceType<?> type) {
    throw new UnsupportedOperationException("informers stay");
  }

  @Override
  public void addNamespace(String namespace, UnaryOperator<CacheConfig> change) {
    throw new UnsupportedOperationException("there are no namespaces");
  }

  @Override
  public void removeNamespace(String namespace) {
    throw new UnsupportedOperationException("there are no namespaces");
  }

  @Override
  public RestMapper restMapper() {
    throw new AssertionError("there is nothing to address");
  }

  /** An informer whose initial list is over, empty. */
  public <T extends HasMetadata> FakeInformer<T> syncedInformer(Class<T> type) {
    FakeInformer<T> informer = informer(type);
    informer.sync();
    return informer;
  }

  @Override
  public boolean waitForSync(Duration timeout) {
    return synced;
  }

  @Override
  public void start() {
    started = true;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public Cache cache() {
    return this;
  }

  @Override
  public String server() {
    return "a fake";
  }

  @Override
  public Client client() {
    throw new AssertionError("there is nothing to read or write");
  }

  @Override
  public Client liveClient() {
    throw new AssertionError("there is nothing to read or write");
  }

  @Override
  public <T extends HasMetadata> Optional<T> get(ResourceType<T> type, ObjectKey key) {
    throw new AssertionError("there is nothing to read");
  }

  @Override
  public <T extends HasMetadata> List<T> list(ResourceType<T> type, ListOptions options) {
    throw new AssertionError("there is nothing to read");
  }
}
