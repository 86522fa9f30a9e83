package dev.jop.runtime.cache;

import java.util.Collection;

/** What a watch says that there is, until a bookmark says that this was all (I13). */
final class InitialEvents {

  private final ObjectTable objects = new ObjectTable();

  /** Takes an event; whether it is the end. */
  boolean add(WatchEvent event) {
    StoredObject object = event.object();
    if (object == null) {
      return event.type() == WatchEvent.Type.INITIAL_END;
    }
    if (event.type() == WatchEvent.Type.DELETED) {
      objects.remove(object.key());
    } else {
      objects.put(object);
    }
    return false;
  }

  /** All that there is. */
  Collection<StoredObject> objects() {
    return objects;
  }
}
