package dev.jop.runtime.cache;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A handler, what waits to be told to it, and the thread that tells it one event after the other.
 *
 * <p>What waits holds no copies of objects but references to what the store has or had.
 */
final class Listener<T extends HasMetadata> implements Informer.Registration {

  private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
  private static final int LIMIT = 1000;

  private final ResourceType<T> type;
  private final ResourceEventHandler<T> handler;
  private final InformerMetrics metrics;
  private final long resyncNanos;
  private final Consumer<Listener<T>> onResync;
  private final Consumer<Listener<T>> onClose;
  private final DeltaFifo<StoredObject> backlog = new DeltaFifo<>(StoredObject::key, LIMIT);
  private volatile @Nullable Thread thread;
  private volatile boolean closed;

  /**
   * A listener that is not started yet.
   *
   * @param resyncNanos after how long to tell of everything again, or {@link Long#MAX_VALUE}
   * @param onResync puts everything into the backlog again
   * @param onClose is told when the registration is closed
   */
  Listener(
      ResourceType<T> type,
      ResourceEventHandler<T> handler,
      InformerMetrics metrics,
      long resyncNanos,
      Consumer<Listener<T>> onResync,
      Consumer<Listener<T>> onClose) {
    this.type = type;
    this.handler = handler;
    this.metrics = metrics;
    this.resyncNanos = resyncNanos;
    this.onResync = onResync;
    this.onClose = onClose;
  }

  /** Begins to tell. */
  void start() {
    thread = InformerThread.start("handler-" + type.plural(), this::run);
  }

  /** Where to put what is to be told. */
  DeltaFifo<StoredObject> backlog() {
    return backlog;
  }

  @Override
  public boolean hasSynced() {
    return backlog.hasSynced();
  }

  @Override
  public boolean waitForSync(Duration timeout) throws InterruptedException {
    return backlog.waitForSync(timeout);
  }

  @Override
  public int backlogLength() {
    return backlog.length();
  }

  @Override
  public void close() {
    closed = true;
    onClose.accept(this);
    backlog.close(); // wakes the thread, and does not break into a running handler
  }

  /** Waits until the handler runs no more; does not wait in an informer's thread. */
  void awaitEnd() throws InterruptedException {
    Thread telling = thread;
    if (telling != null) {
      InformerThread.awaitEnd(telling);
    }
  }

  private void run() {
    long resyncAt = System.nanoTime() + resyncNanos;
    while (!closed) {
      long left = resyncNanos == Long.MAX_VALUE ? resyncNanos : resyncAt - System.nanoTime();
      if (left > 0) {
        tellNext(Duration.ofNanos(left));
      } else {
        onResync.accept(this);
        resyncAt = System.nanoTime() + resyncNanos;
      }
    }
  }

  private void tellNext(Duration timeout) {
    try {
      backlog.pop(timeout, this::tell);
    } catch (InterruptedException e) { // the handler left it behind, and the next event follows
      LOG.debug("a handler of {} left its thread interrupted", type);
    }
  }

  private void tell(Delta<StoredObject> delta) {
    if (closed) {
      return;
    }
    long start = System.nanoTime();
    try {
      handler.handle(event(delta));
    } catch (CodecException e) { // of this object alone, and until it changes
      metrics.undecodable();
      LOG.error(
          "a handler cannot read {}; the next event follows: {}",
          delta.object().key(),
          e.getMessage());
    } catch (RuntimeException
        | Error e) { // whatever it is: the events that follow are not its fault
      LOG.error("a handler failed on {}; the next event follows", delta.object().key(), e);
    }
    metrics.handled((System.nanoTime() - start) / 1e9);
  }

  private Event<T> event(Delta<StoredObject> delta) {
    StoredView<T> object = new StoredView<>(delta.object(), type);
    return switch (delta.type()) {
      case REPLACED -> new CreateEvent<>(object, true);
      case ADDED -> new CreateEvent<>(object, false);
      case UPDATED ->
          new UpdateEvent<>(
              new StoredView<>(delta.old() == null ? delta.object() : delta.old(), type), object);
      case SYNC -> new UpdateEvent<>(object, object);
      case DELETED -> new DeleteEvent<>(object, false);
      case DELETED_FINAL_STATE_UNKNOWN -> new DeleteEvent<>(object, true);
    };
  }
}
