package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The objects of one kind, by key. One thread writes, many read. */
final class ObjectStore {

  private final Map<ObjectKey, StoredObject> objects = new ConcurrentHashMap<>();

  @Nullable StoredObject get(ObjectKey key) {
    return objects.get(key);
  }

  /** All objects, as they are while they are walked over. */
  Collection<StoredObject> all() {
    return objects.values();
  }

  /** A copy of the list of all objects. */
  List<StoredObject> snapshot() {
    return List.copyOf(objects.values());
  }

  /** Puts an object in and gives what it takes the place of. */
  @Nullable StoredObject put(StoredObject object) {
    return objects.put(object.key(), object);
  }

  /** Takes an object out and gives it. */
  @Nullable StoredObject remove(ObjectKey key) {
    return objects.remove(key);
  }
}
