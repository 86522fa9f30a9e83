package dev.jop.runtime.cache;

import dev.jop.runtime.event.Event;
import dev.jop.runtime.thread.Threads;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A handler's events and the thread that hands them to it, one after the other.
 *
 * <p>What waits here holds no copies of objects but references to what the store has or had.
 */
final class HandlerQueue<T extends HasMetadata> implements Informer.Registration {

  private static final Logger LOG = LoggerFactory.getLogger(HandlerQueue.class);

  private final ResourceEventHandler<T> handler;
  private final Consumer<HandlerQueue<T>> onClose;
  private final BlockingQueue<Entry<T>> entries = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean synced;
  private volatile boolean closed;

  /**
   * Begins to hand out.
   *
   * @param onClose is told when the registration is closed
   */
  HandlerQueue(String name, ResourceEventHandler<T> handler, Consumer<HandlerQueue<T>> onClose) {
    this.handler = handler;
    this.onClose = onClose;
    this.thread = Threads.start("handler-" + name, this::run);
  }

  void add(Event<T> event) {
    entries.add(new Entry<>(event));
  }

  /** Marks the end of the initial list: the handler has synced when it comes to this mark. */
  void addSyncMark() {
    entries.add(new Entry<>(null));
  }

  @Override
  public boolean hasSynced() {
    return synced;
  }

  @Override
  public void close() {
    closed = true;
    onClose.accept(this);
    entries.add(new Entry<>(null)); // wakes the thread, without breaking into a running handler
  }

  /** Waits until the handler runs no more. */
  void awaitEnd() throws InterruptedException {
    if (thread != Thread.currentThread()) {
      thread.join();
    }
  }

  private void run() {
    try {
      while (!closed) {
        Event<T> event = entries.take().event;
        if (event == null) {
          synced = true;
        } else if (!closed) {
          hand(event);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hand(Event<T> event) {
    try {
      handler.handle(event);
    } catch (RuntimeException e) {
      LOG.error("a handler failed on {}; the next event follows", event.object().key(), e);
    }
  }

  /** An event, or the mark. */
  private record Entry<T extends HasMetadata>(@Nullable Event<T> event) {}
}
