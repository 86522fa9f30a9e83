package dev.jop.runtime.handler;

import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.meta.Owner;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.workqueue.Enqueuer;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** Requests an object's owners of one kind. */
final class EnqueueRequestForOwner<T extends HasMetadata> implements EventHandler<T> {

  private final GroupVersionKind kind;
  private final boolean namespaced;
  private final OwnerMatch match;

  EnqueueRequestForOwner(ResourceType<?> owner, OwnerMatch match) {
    this.kind = owner.kind();
    this.namespaced = owner.namespaced();
    this.match = match;
  }

  @Override
  public void handle(Event<? extends T> event, Enqueuer<Request> queue) {
    if (event instanceof UpdateEvent<? extends T> update && !sameOwners(update)) {
      enqueue(update.oldObject(), queue);
    }
    enqueue(event.object(), queue);
  }

  private boolean sameOwners(UpdateEvent<? extends T> update) {
    return update.oldObject().owners().equals(update.object().owners());
  }

  private void enqueue(ObjectView<? extends T> object, Enqueuer<Request> queue) {
    for (Owner owner : object.owners()) {
      if (matches(owner)) {
        String namespace = namespaced ? object.key().namespace() : "";
        queue.add(Request.of(namespace, owner.name()));
      }
    }
  }

  private boolean matches(Owner owner) {
    return owner.kind().equals(kind.kind())
        && owner.group().equals(kind.group())
        && (match == OwnerMatch.EVERY || owner.controller());
  }
}
