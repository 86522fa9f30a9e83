package dev.jop.runtime.testing;

import dev.jop.runtime.cache.Indexer;
import dev.jop.runtime.cache.Informer;
import dev.jop.runtime.cache.ResourceEventHandler;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An informer that tells its handlers what a test says, in the test's thread. */
public final class FakeInformer<T extends HasMetadata> implements Informer<T> {

  private final List<ResourceEventHandler<T>> handlers = new CopyOnWriteArrayList<>();
  private final CountDownLatch synced = new CountDownLatch(1);

  /** Tells all handlers. */
  public void tell(Event<T> event) {
    handlers.forEach(handler -> handler.handle(event));
  }

  /** Tells all handlers that there is an object. */
  public void create(String namespace, String name) {
    tell(new CreateEvent<>(FakeView.of(namespace, name), !hasSynced()));
  }

  /** Ends the initial list. */
  public void sync() {
    synced.countDown();
  }

  /** How many handlers there are. */
  public int handlers() {
    return handlers.size();
  }

  @Override
  public Registration addHandler(ResourceEventHandler<T> handler) {
    handlers.add(handler);
    return new Registration() {
      @Override
      public boolean hasSynced() {
        return FakeInformer.this.hasSynced();
      }

      @Override
      public boolean waitForSync(Duration timeout) throws InterruptedException {
        return FakeInformer.this.waitForSync(timeout);
      }

      @Override
      public int backlogLength() {
        return 0;
      }

      @Override
      public void close() {
        handlers.remove(handler);
      }
    };
  }

  @Override
  public Registration addHandler(ResourceEventHandler<T> handler, Duration resyncPeriod) {
    throw new UnsupportedOperationException("no source asks for resyncs");
  }

  @Override
  public Indexer<T> indexer() {
    throw new UnsupportedOperationException("no source reads the indexer");
  }

  @Override
  public boolean hasSynced() {
    return synced.getCount() == 0;
  }

  @Override
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    return synced.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public String lastResourceVersion() {
    throw new UnsupportedOperationException("no source asks for versions");
  }

  @Override
  public Optional<ApiException> lastError() {
    return Optional.empty();
  }
}
