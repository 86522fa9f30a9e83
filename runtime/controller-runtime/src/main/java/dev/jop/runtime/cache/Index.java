package dev.jop.runtime.cache;

import dev.jop.runtime.meta.ObjectKey;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds objects by a value that a function gives for them. One thread writes, many read. */
final class Index {

  private static final Logger LOG = LoggerFactory.getLogger(Index.class);
  private static final ObjectTable NONE = new ObjectTable();

  private final String name;
  private final Function<StoredObject, Collection<String>> function;
  private final Map<String, ObjectTable> objects = new ConcurrentHashMap<>();

  Index(String name, Function<StoredObject, Collection<String>> function) {
    this.name = name;
    this.function = function;
  }

  /** The objects under a value, as they are while they are walked over. */
  ObjectTable get(String value) {
    ObjectTable under = objects.get(value);
    return under == null ? NONE : under;
  }

  /** Whether the object of a key is under a value. */
  boolean has(String value, ObjectKey key) {
    ObjectTable under = objects.get(value);
    return under != null && under.get(key) != null;
  }

  /** The values that have objects. */
  Set<String> values() {
    return objects.keySet();
  }

  /** An object takes the place of another of the same key, or of none; or goes. */
  void update(@Nullable StoredObject old, @Nullable StoredObject object) {
    Collection<String> after = object == null ? Set.of() : valuesOf(object);
    if (old != null) {
      for (String value : valuesOf(old)) {
        if (!after.contains(value)) {
          remove(value, old.key());
        }
      }
    }
    if (object != null) {
      for (String value : after) {
        objects.computeIfAbsent(value, any -> new ObjectTable()).put(object);
      }
    }
  }

  private void remove(String value, ObjectKey key) {
    ObjectTable under = objects.get(value);
    if (under != null) {
      under.remove(key);
      if (under.isEmpty()) {
        objects.remove(value); // an empty set vanishes (I36)
      }
    }
  }

  private Collection<String> valuesOf(StoredObject object) {
    try {
      return function.apply(object);
    } catch (RuntimeException e) {
      LOG.error("index {} cannot place {}", name, object.key(), e);
      return Set.of();
    }
  }
}
