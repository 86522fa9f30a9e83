package dev.jop.runtime.cache;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/**
 * Indexes that are added together.
 *
 * @param byName by the index's name: gives the values that an object is found under
 * @param onMetadata whether they look into nothing but metadata
 */
record IndexFunctions(
    Map<String, Function<StoredObject, Collection<String>>> byName, boolean onMetadata) {

  /** Copies the map. */
  IndexFunctions {
    byName = Map.copyOf(byName);
  }
}
