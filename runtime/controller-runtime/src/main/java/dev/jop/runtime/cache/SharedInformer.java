package dev.jop.runtime.cache;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * One kind's reflector, its store, and the handlers that are told.
 *
 * <p>The reflector's thread writes the store and then tells: whoever hears of a change can read it.
 * It does both under this informer's lock, and so does the adding of a handler copy the store and
 * join: a handler misses nothing and is told nothing twice (I26). Handlers run in threads of their
 * own; readers of the store take no lock.
 */
final class SharedInformer<T extends HasMetadata>
    implements Informer<T>, ReflectorStore, AutoCloseable {

  private final ResourceType<T> type;
  private final Reflector reflector;
  private final ObjectStore store = new ObjectStore();
  private final CountDownLatch synced = new CountDownLatch(1);
  private final List<HandlerQueue<T>> handlers = new ArrayList<>();
  private final Object lock = new Object();
  private boolean closed;

  SharedInformer(RestClient rest, ResourceType<T> type, String namespace) {
    this.type = type;
    this.reflector = new Reflector(ListWatch.of(rest, type).withNamespace(namespace), this);
  }

  void start() {
    reflector.start();
  }

  ObjectStore store() {
    return store;
  }

  /** Is open when the first list is in the store. */
  CountDownLatch synced() {
    return synced;
  }

  /** Why it does not sync, if it is known. */
  Optional<ApiException> lastError() {
    return reflector.lastError();
  }

  @Override
  public boolean hasSynced() {
    return synced.getCount() == 0;
  }

  @Override
  public Registration addHandler(ResourceEventHandler<T> handler) {
    HandlerQueue<T> queue = new HandlerQueue<>(type.plural(), handler, this::remove);
    synchronized (lock) {
      if (closed) {
        queue.close();
        throw new IllegalStateException("the informer of " + type + " is closed"); // I30
      }
      handlers.add(queue);
      if (hasSynced()) {
        for (StoredObject object : store.all()) {
          queue.add(new CreateEvent<>(view(object), true));
        }
        queue.addSyncMark();
      }
    }
    return queue;
  }

  private void remove(HandlerQueue<T> queue) {
    synchronized (lock) {
      handlers.remove(queue);
    }
  }

  @Override
  public void replace(Collection<StoredObject> objects) {
    synchronized (lock) {
      boolean initial = !hasSynced();
      Set<ObjectKey> listed = new HashSet<>();
      objects.forEach(object -> listed.add(object.key()));
      for (StoredObject old : store.snapshot()) {
        if (!listed.contains(old.key())) {
          store.remove(old.key());
          tell(new DeleteEvent<>(view(old), true));
        }
      }
      for (StoredObject object : objects) {
        store(object, initial);
      }
      if (initial) {
        synced.countDown();
        handlers.forEach(HandlerQueue::addSyncMark);
      }
    }
  }

  @Override
  public void put(StoredObject object) {
    synchronized (lock) {
      store(object, false);
    }
  }

  @Override
  public void delete(StoredObject object) {
    synchronized (lock) {
      if (store.remove(object.key()) != null) {
        tell(new DeleteEvent<>(view(object), false));
      }
    }
  }

  private void store(StoredObject object, boolean initial) {
    StoredObject old = store.put(object);
    if (old == null) {
      tell(new CreateEvent<>(view(object), initial));
    } else if (!old.isSameState(object)) {
      tell(new UpdateEvent<>(view(old), view(object)));
    }
  }

  private void tell(Event<T> event) {
    for (HandlerQueue<T> handler : handlers) {
      handler.add(event);
    }
  }

  private StoredView<T> view(StoredObject object) {
    return new StoredView<>(object, type.type());
  }

  /** Ends the watch, then the handlers, and waits for both. */
  @Override
  public void close() {
    reflector.close();
    List<HandlerQueue<T>> open;
    synchronized (lock) {
      closed = true;
      open = List.copyOf(handlers);
    }
    open.forEach(HandlerQueue::close);
    try {
      for (HandlerQueue<T> handler : open) {
        handler.awaitEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
