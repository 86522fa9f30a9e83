package dev.jop.runtime.predicate;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.GenericEvent;
import dev.jop.runtime.event.UpdateEvent;
import io.fabric8.kubernetes.api.model.HasMetadata;

/** One test for all kinds of events. */
record Combined<T extends HasMetadata>(java.util.function.Predicate<Event<? extends T>> test)
    implements Predicate<T> {

  @Override
  public boolean test(Event<? extends T> event) {
    return test.test(event);
  }

  @Override
  public boolean create(CreateEvent<? extends T> event) {
    return test(event);
  }

  @Override
  public boolean update(UpdateEvent<? extends T> event) {
    return test(event);
  }

  @Override
  public boolean delete(DeleteEvent<? extends T> event) {
    return test(event);
  }

  @Override
  public boolean generic(GenericEvent<? extends T> event) {
    return test(event);
  }
}
