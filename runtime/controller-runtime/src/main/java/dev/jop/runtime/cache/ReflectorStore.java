package dev.jop.runtime.cache;

import java.util.Collection;

/**
 * Where a reflector puts what it sees. Called by its thread alone.
 *
 * <p>Each call moves on the resource version of the whole (I38): the given one or, with an object,
 * the object's.
 */
interface ReflectorStore {

  /** Everything there is: what is not among it is gone, though its deletion was not seen. */
  void replace(Collection<StoredObject> objects, String resourceVersion);

  /** An object that came or changed. */
  void put(StoredObject object);

  /** An object that is gone, in its last state. */
  void delete(StoredObject object);

  /** Nothing has happened up to this version that was not told. */
  void bookmark(String resourceVersion);
}
