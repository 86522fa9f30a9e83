package dev.jop.runtime.predicate;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.GenericEvent;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.meta.ObjectView;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Says which events are worth a request. What is not overridden lets everything through (S19).
 *
 * <p>Must be quick and safe for use by many threads.
 *
 * @param <T> the objects' type
 */
public interface Predicate<T extends HasMetadata> {

  /** Whether to react to an object that appeared. */
  default boolean create(CreateEvent<? extends T> event) {
    return true;
  }

  /** Whether to react to a change. */
  default boolean update(UpdateEvent<? extends T> event) {
    return true;
  }

  /** Whether to react to an object that is gone. */
  default boolean delete(DeleteEvent<? extends T> event) {
    return true;
  }

  /** Whether to react to something outside. */
  default boolean generic(GenericEvent<? extends T> event) {
    return true;
  }

  /** Asks the method that is for this kind of event. */
  default boolean test(Event<? extends T> event) {
    if (event instanceof UpdateEvent<? extends T> update) {
      return update(update);
    }
    if (event instanceof CreateEvent<? extends T> create) {
      return create(create);
    }
    return event instanceof DeleteEvent<? extends T> delete
        ? delete(delete)
        : generic((GenericEvent<? extends T>) event);
  }

  /** Lets through what both let through; the other is not asked if this one says no. */
  default Predicate<T> and(Predicate<? super T> other) {
    return new Combined<>(event -> test(event) && other.test(event));
  }

  /** Lets through what one of both lets through; the other is not asked if this one says yes. */
  default Predicate<T> or(Predicate<? super T> other) {
    return new Combined<>(event -> test(event) || other.test(event));
  }

  /** Lets through what this one does not. */
  default Predicate<T> not() {
    return new Combined<>(event -> !test(event));
  }

  /** Lets through events whose object, after the event, passes a test (S20). */
  static <T extends HasMetadata> Predicate<T> object(
      java.util.function.Predicate<? super ObjectView<? extends T>> test) {
    return new Combined<>(event -> test.test(event.object()));
  }

  /**
   * Drops updates that leave the generation, and so the desired state, as it was: those of the
   * status, and also those of labels, annotations and finalizers alone (S16).
   *
   * <p>For kinds that count no generation it drops every update.
   */
  static <T extends HasMetadata> Predicate<T> generationChanged() {
    return new OnUpdate<>((old, now) -> old.generation() != now.generation());
  }

  /** Drops updates that leave the resource version as it was, as a resync does (S17). */
  static <T extends HasMetadata> Predicate<T> resourceVersionChanged() {
    return new OnUpdate<>((old, now) -> !old.resourceVersion().equals(now.resourceVersion()));
  }

  /** Drops updates that leave the labels as they were (S17). */
  static <T extends HasMetadata> Predicate<T> labelChanged() {
    return new OnUpdate<>((old, now) -> !old.labels().equals(now.labels()));
  }

  /** Drops updates that leave the annotations as they were (S17). */
  static <T extends HasMetadata> Predicate<T> annotationChanged() {
    return new OnUpdate<>((old, now) -> !old.annotations().equals(now.annotations()));
  }
}
