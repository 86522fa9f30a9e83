package dev.jop.runtime.cache;

import java.util.Collection;

/**
 * Where a {@link Reflector} puts what it sees: client-go's {@code ReflectorStore}.
 *
 * <p>Called by the reflector's thread alone, which goes on when the call returns: be quick. If a
 * call throws, that is a failed try like any other: it is reported, and after a while the same is
 * told again. Each call moves on the resource version of the whole (I38): the given one or, with an
 * object, the object's.
 *
 * @param <V> how objects are represented: {@link dev.jop.runtime.meta.ObjectView} of their type
 */
public interface ReflectorStore<V> {

  /** Everything there is: what is not among it is gone, though its deletion was not seen. */
  void replace(Collection<V> objects, String resourceVersion);

  /**
   * An object that came or changed: client-go's {@code Add} and {@code Update}. Which of them it is
   * depends on what the store has. After a broken watch the same state may be told twice.
   */
  void put(V object);

  /** An object that is gone, in its last state. */
  void delete(V object);

  /** Nothing has happened up to this version that was not told. Does nothing by default. */
  default void bookmark(String resourceVersion) {}
}
