package dev.jop.runtime.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The indexes that were added to an informer. Those that look into whole objects wait while the
 * store may have nothing but metadata. Whoever calls holds the informer's lock.
 */
final class AddedIndexes {

  private final ObjectStore objects;
  private final List<IndexFunctions> all = new ArrayList<>();
  private final Map<String, Function<StoredObject, Collection<String>>> waiting = new HashMap<>();

  AddedIndexes(ObjectStore objects) {
    this.objects = objects;
  }

  /**
   * Adds indexes.
   *
   * @param mayHoldMetadata whether the store may have nothing but metadata
   * @throws IllegalArgumentException if there is an index of one of these names; then none is added
   */
  void add(IndexFunctions added, boolean mayHoldMetadata) {
    for (String name : added.byName().keySet()) {
      if (waiting.containsKey(name)) {
        throw new IllegalArgumentException("there is an index " + name + " already");
      }
    }
    if (added.onMetadata() || !mayHoldMetadata) {
      objects.addIndexes(added.byName());
    } else {
      objects.refuseKnown(added.byName().keySet());
      waiting.putAll(added.byName());
    }
    all.add(added);
  }

  /** The store has whole objects, which is what some have waited for. */
  void addWaiting() {
    if (!waiting.isEmpty()) {
      objects.addIndexes(waiting);
      waiting.clear();
    }
  }

  /** All that were added, for an informer that takes the place of this one. */
  List<IndexFunctions> all() {
    return List.copyOf(all);
  }
}
