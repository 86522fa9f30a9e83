package dev.jop.runtime.handler;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.workqueue.Enqueuer;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** Lets a handler's requests have a low priority where nothing has happened. */
record LowPriorityWhenUnchanged<T extends HasMetadata>(EventHandler<T> handler)
    implements EventHandler<T> {

  @Override
  public void handle(Event<? extends T> event, Enqueuer<Request> queue) {
    handler.handle(event, hasChanged(event) ? queue : new DefaultPriority<>(queue, LOW_PRIORITY));
  }

  private static boolean hasChanged(Event<?> event) {
    if (event instanceof CreateEvent<?> create) {
      return !create.isInInitialList();
    }
    return !(event instanceof UpdateEvent<?> update)
        || !update.oldObject().resourceVersion().equals(update.object().resourceVersion());
  }
}
