package dev.jop.runtime.predicate;

import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.meta.ObjectView;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.function.BiPredicate;

/** Compares the two states of an update and lets everything else through. */
record OnUpdate<T extends HasMetadata>(
    BiPredicate<ObjectView<? extends T>, ObjectView<? extends T>> changed) implements Predicate<T> {

  @Override
  public boolean update(UpdateEvent<? extends T> event) {
    return changed.test(event.oldObject(), event.object());
  }
}
