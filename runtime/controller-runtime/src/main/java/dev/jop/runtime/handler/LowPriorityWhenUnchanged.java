package dev.jop.runtime.handler;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.workqueue.WorkQueue;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** Lets a handler's requests have a low priority where nothing has happened. */
record LowPriorityWhenUnchanged<T extends HasMetadata>(EventHandler<T> handler)
    implements EventHandler<T> {

  @Override
  public void handle(Event<T> event, WorkQueue<Request> queue) {
    boolean low = queue.isPrioritized() && !hasChanged(event);
    handler.handle(event, low ? new DefaultPriorityQueue<>(queue, LOW_PRIORITY) : queue);
  }

  private static boolean hasChanged(Event<?> event) {
    if (event instanceof CreateEvent<?> create) {
      return !create.isInInitialList();
    }
    return !(event instanceof UpdateEvent<?> update)
        || !update.oldObject().resourceVersion().equals(update.object().resourceVersion());
  }
}
