package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A store whose changes handlers are told, the store first.
 *
 * <p>Nothing is told before {@link #begin}, which tells of everything at once. Whoever calls holds
 * the informer's lock; reading {@link #objects} takes none.
 */
final class ToldStore {

  private final ObjectStore objects = new ObjectStore();
  private final List<Listener<?>> listeners = new ArrayList<>();
  private boolean begun;

  ObjectStore objects() {
    return objects;
  }

  List<Listener<?>> listeners() {
    return List.copyOf(listeners);
  }

  /** Adds a handler, which is told of everything first. */
  void add(Listener<?> listener) {
    listeners.add(listener);
    if (begun) {
      listener.backlog().replace(objects.all());
    }
  }

  /** Removes a handler; whether it was the last. */
  boolean remove(Listener<?> listener) {
    return listeners.remove(listener) && listeners.isEmpty();
  }

  /** Tells a handler of everything again, but not of what it was not told yet. */
  void resync(Listener<?> listener) {
    if (begun) {
      listener.backlog().resync(objects.all());
    }
  }

  /** Begins to tell, with everything. Does nothing if it has begun. */
  void begin() {
    if (!begun) {
      begun = true;
      tell(backlog -> backlog.replace(objects.all()));
    }
  }

  /** Takes everything that there is of what a scope covers. */
  void replace(Predicate<ObjectKey> scope, Collection<StoredObject> all) {
    if (!objects.all().isEmpty()) {
      Set<ObjectKey> kept = new HashSet<>();
      all.forEach(object -> kept.add(object.key()));
      removeIf(key -> scope.test(key) && !kept.contains(key)); // first: I18
    }
    all.forEach(this::store);
  }

  /** Takes an object that came or changed. */
  void put(StoredObject object) {
    if (!isReplayed(object)) {
      store(object);
    }
  }

  /** Takes out an object that went, in its last state. */
  void delete(StoredObject object) {
    StoredObject known = objects.get(object.key());
    if (known == null
        || ResourceVersions.isOlder(object.resourceVersion(), known.resourceVersion())) {
      return; // what is known came later, be it the same or another
    }
    objects.remove(known.key());
    boolean same = known.uid().equals(object.uid());
    tell(backlog -> backlog.delete(same ? object : known, !same)); // I41
  }

  /** Takes out what is gone unseen. */
  void removeIf(Predicate<ObjectKey> gone) {
    for (StoredObject old : List.copyOf(objects.all())) {
      if (gone.test(old.key())) {
        objects.remove(old.key());
        tell(backlog -> backlog.delete(old, true));
      }
    }
  }

  /** Whether an event tells of a state that the object has left behind, as it is known here. */
  private boolean isReplayed(StoredObject object) {
    StoredObject known = objects.get(object.key());
    return known != null
        && ResourceVersions.isOlder(object.resourceVersion(), known.resourceVersion())
        && object.uid().equals(known.uid());
  }

  private void store(StoredObject object) {
    StoredObject old = objects.put(object);
    if (old == null) {
      tell(backlog -> backlog.add(object));
    } else if (!old.uid().equals(object.uid())) { // it went and another came, unseen (I41)
      tell(backlog -> backlog.delete(old, true));
      tell(backlog -> backlog.add(object));
    } else if (!old.resourceVersion().equals(object.resourceVersion())) {
      tell(backlog -> backlog.update(old, object));
    }
  }

  private void tell(Consumer<DeltaFifo<StoredObject>> change) {
    if (begun) {
      listeners.forEach(listener -> change.accept(listener.backlog()));
    }
  }
}
