package dev.jop.runtime.handler;

import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.workqueue.Enqueuer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** Requests what a function makes of an object, each request once for an event. */
record EnqueueRequestsFromMapFunction<T extends HasMetadata>(
    Function<? super ObjectView<? extends T>, ? extends Collection<Request>> map)
    implements EventHandler<T> {

  @Override
  public void handle(Event<? extends T> event, Enqueuer<Request> queue) {
    Set<Request> requests = new LinkedHashSet<>();
    if (event instanceof UpdateEvent<? extends T> update) {
      requests.addAll(map.apply(update.oldObject()));
    }
    requests.addAll(map.apply(event.object()));
    requests.forEach(queue::add);
  }
}
