package dev.jop.runtime.handler;

import dev.jop.runtime.event.Event;
import dev.jop.runtime.meta.ObjectView;
import dev.jop.runtime.reconcile.Request;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.workqueue.Enqueuer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.function.Function;

/**
 * Turns an event into requests. Must be quick: its events wait meanwhile.
 *
 * @param <T> the type of the objects that it is told of
 */
@FunctionalInterface
public interface EventHandler<T extends HasMetadata> {

  /** Adds to the queue what has to be reconciled because of the event: nothing, one or many. */
  void handle(Event<? extends T> event, Enqueuer<Request> queue);

  /** Requests the object itself (S8). */
  static <T extends HasMetadata> EventHandler<T> enqueueRequestForObject() {
    return (event, queue) -> queue.add(Request.of(event.object().key()));
  }

  /**
   * Requests the owners of a kind; on an update those of both states (S10).
   *
   * <p>An owner is known by group and kind, in whatever version (S11), and looked for in the
   * object's namespace unless its kind is cluster-scoped (S12).
   *
   * @param ownerType the owners' kind
   * @param match which owners of that kind (S13)
   * @throws IllegalArgumentException if the type stands for no kind (S14)
   */
  static <T extends HasMetadata> EventHandler<T> enqueueRequestForOwner(
      Class<? extends HasMetadata> ownerType, OwnerMatch match) {
    return enqueueRequestForOwner(ResourceType.of(ownerType), match);
  }

  /** Requests the owners of a kind for which there may be no Java type. */
  static <T extends HasMetadata> EventHandler<T> enqueueRequestForOwner(
      ResourceType<?> ownerType, OwnerMatch match) {
    return new EnqueueRequestForOwner<>(ownerType, match);
  }

  /**
   * Requests what a function says; on an update what it says of either state, once (S9).
   *
   * @param map is given an object and says what has to look; must be safe for use by many threads
   */
  static <T extends HasMetadata> EventHandler<T> enqueueRequestsFromMapFunction(
      Function<? super ObjectView<? extends T>, ? extends Collection<Request>> map) {
    return new EnqueueRequestsFromMapFunction<>(map);
  }

  /** The priority of what nothing has happened to: {@value}, below the usual 0. */
  int LOW_PRIORITY = -100;

  /**
   * Lets another handler's requests have {@link #LOW_PRIORITY} where nothing has happened: for an
   * object of the initial list, and for an update that changed nothing, as a resync brings (P18). A
   * priority that the handler gives itself stays. Has no effect with a queue without priorities
   * (P19).
   */
  static <T extends HasMetadata> EventHandler<T> withLowPriorityWhenUnchanged(
      EventHandler<T> handler) {
    return new LowPriorityWhenUnchanged<>(handler);
  }
}
