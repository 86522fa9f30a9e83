package dev.jop.runtime.cache;

import java.util.Collection;

/** Where a reflector puts what it sees. Called by its thread alone. */
interface ReflectorStore {

  /** Everything there is: what is not among it is gone, though its deletion was not seen. */
  void replace(Collection<StoredObject> objects);

  /** An object that came or changed. */
  void put(StoredObject object);

  /** An object that is gone, in its last state. */
  void delete(StoredObject object);
}
