package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind, by key and by index. Those who write hold the informer's lock; those who
 * read need none.
 */
final class ObjectStore {

  private final ObjectTable objects = new ObjectTable();
  private final Map<String, Index> indexes = new ConcurrentHashMap<>();

  ObjectStore() {
    indexes.put(
        Indexer.NAMESPACE,
        new Index(Indexer.NAMESPACE, object -> List.of(object.key().namespace())));
  }

  @Nullable StoredObject get(ObjectKey key) {
    return objects.get(key);
  }

  /** All objects, as they are while they are walked over. */
  ObjectTable all() {
    return objects;
  }

  /**
   * An index.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  Index index(String name) {
    Index index = indexes.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          "there is no index "
              + name
              + ", add it before it is used; there are "
              + indexes.keySet());
    }
    return index;
  }

  /**
   * Adds indexes and fills them.
   *
   * @throws IllegalArgumentException if there is an index of one of these names
   */
  void addIndexes(Map<String, Function<StoredObject, Collection<String>>> functions) {
    refuseKnown(functions.keySet());
    functions.forEach(
        (name, function) -> {
          Index index = new Index(name, function);
          objects.forEach(object -> index.update(null, object));
          indexes.put(name, index);
        });
  }

  /**
   * Checks that indexes can be added.
   *
   * @throws IllegalArgumentException if there is an index of one of these names
   */
  void refuseKnown(Set<String> names) {
    for (String name : names) {
      if (indexes.containsKey(name)) {
        throw new IllegalArgumentException("there is an index " + name + " already");
      }
    }
  }

  /** Puts an object in and gives what it takes the place of. */
  @Nullable StoredObject put(StoredObject object) {
    StoredObject old = objects.put(object);
    indexes.values().forEach(index -> index.update(old, object));
    return old;
  }

  /** Takes an object out and gives it. */
  @Nullable StoredObject remove(ObjectKey key) {
    StoredObject old = objects.remove(key);
    if (old != null) {
      indexes.values().forEach(index -> index.update(old, null));
    }
    return old;
  }
}
