package dev.jop.runtime.cache;

import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.GenericEvent;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.meta.ObjectView;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one handler is told, held against what may be told: an object comes before it changes or
 * goes, an update begins where the last event ended, and is of one and the same object.
 */
final class History<T extends HasMetadata> implements ResourceEventHandler<T> {

  private final Map<String, ObjectView<?>> known = new HashMap<>();
  private final List<String> events = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();

  @Override
  public synchronized void handle(Event<T> event) {
    String name = event.object().key().name();
    String version = event.object().resourceVersion();
    ObjectView<?> before = known.get(name);
    if (event instanceof CreateEvent<T> create) {
      tell((create.isInInitialList() ? "initial " : "create ") + name + " " + version);
      check(before == null, "was there already");
      known.put(name, event.object());
    } else if (event instanceof UpdateEvent<T> update) {
      boolean same = update.oldObject().resourceVersion().equals(version);
      tell((same ? "sync " : "update ") + name + " " + version);
      check(before != null, "was not there");
      if (before != null) {
        check(
            before.resourceVersion().equals(update.oldObject().resourceVersion()),
            "was at " + before.resourceVersion());
        check(before.uid().equals(event.object().uid()), "was another one");
      }
      known.put(name, event.object());
    } else if (event instanceof DeleteEvent<T> delete) {
      tell((delete.isFinalStateUnknown() ? "lost " : "delete ") + name + " " + version);
      check(before != null, "was not there");
      check(before == null || before.uid().equals(event.object().uid()), "was another one");
      known.remove(name);
    } else if (event instanceof GenericEvent<T>) {
      check(false, "is told by no informer");
    }
  }

  private void tell(String event) {
    events.add(event);
  }

  private void check(boolean holds, String complaint) {
    if (!holds) {
      violations.add(
          "event " + events.size() + ", " + events.get(events.size() - 1) + ": " + complaint);
    }
  }

  /** What is wrong with what was told. */
  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  /** What was told: {@code create a 7}; likewise initial, update, sync, delete and lost. */
  synchronized List<String> events() {
    return List.copyOf(events);
  }

  /** What is there, as far as this handler knows: names and versions. */
  synchronized Map<String, Integer> state() {
    Map<String, Integer> state = new TreeMap<>();
    known.forEach((name, view) -> state.put(name, Integer.parseInt(view.resourceVersion())));
    return state;
  }
}
