package dev.jop.runtime.testing;

import dev.jop.runtime.cache.Informer;
import dev.jop.runtime.cache.ResourceEventHandler;
import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An informer that tells its handlers what a test says, in the test's thread. */
public final class FakeInformer<T extends HasMetadata> implements Informer<T> {

  private final List<ResourceEventHandler<T>> handlers = new CopyOnWriteArrayList<>();
  private volatile boolean synced;

  /** Tells all handlers. */
  public void tell(Event<T> event) {
    handlers.forEach(handler -> handler.handle(event));
  }

  /** Tells all handlers that there is an object. */
  public void create(String namespace, String name) {
    tell(new CreateEvent<>(FakeView.of(namespace, name), !synced));
  }

  /** Ends the initial list. */
  public void sync() {
    synced = true;
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
        return synced;
      }

      @Override
      public void close() {
        handlers.remove(handler);
      }
    };
  }

  @Override
  public boolean hasSynced() {
    return synced;
  }
}
