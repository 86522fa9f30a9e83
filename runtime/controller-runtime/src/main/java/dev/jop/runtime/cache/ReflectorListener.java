package dev.jop.runtime.cache;

import java.util.List;

/** What a reflector reports. Called by its thread alone. */
interface ReflectorListener {

  /** Everything there is was listed: what is not among it is gone. */
  void replaced(List<StoredObject> objects);

  /** An object came or changed. */
  void changed(StoredObject object);

  /** An object is gone; this is its last state. */
  void deleted(StoredObject object);
}
