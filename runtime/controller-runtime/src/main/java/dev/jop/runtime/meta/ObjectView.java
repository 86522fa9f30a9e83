package dev.jop.runtime.meta;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/**
 * An object as the machinery sees it: its metadata at hand, its body decoded only on demand.
 *
 * <p>A view is a snapshot and never changes; it may be used by any thread and be kept.
 *
 * @param <T> the type that the object is decoded to
 */
public interface ObjectView<T extends HasMetadata> {

  /** Namespace and name. */
  ObjectKey key();

  /** The unique id that the API server gave the object. */
  String uid();

  /** The resource version of this state of the object, opaque. */
  String resourceVersion();

  /** The generation of the desired state; 0 for a kind that counts none. */
  long generation();

  /** The labels, empty if there are none; not modifiable. */
  Map<String, String> labels();

  /** The annotations, empty if there are none; not modifiable. */
  Map<String, String> annotations();

  /** The owners in the object's own order; not modifiable. */
  List<Owner> owners();

  /** Whether deletion was asked for and finalizers hold it back. */
  boolean isDeleting();

  /**
   * The object itself, decoded anew by each call: the caller owns it and may change it.
   *
   * @throws dev.jop.runtime.scheme.CodecException if it does not fit the type
   */
  T object();
}
