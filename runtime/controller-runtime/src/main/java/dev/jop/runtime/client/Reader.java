package dev.jop.runtime.client;

import dev.jop.runtime.meta.ObjectKey;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/** Reads objects. Whether from a cache or from the API server is the reader's affair. */
public interface Reader {

  /**
   * Reads one object.
   *
   * @return the object, owned by the caller, or nothing if there is none of that key
   * @throws ApiException if the read failed
   */
  <T extends HasMetadata> Optional<T> get(Class<T> type, ObjectKey key);

  /**
   * Reads the objects of a kind that the options let through.
   *
   * @return the objects, owned by the caller, in no particular order
   * @throws ApiException if the read failed
   */
  <T extends HasMetadata> List<T> list(Class<T> type, ListOptions options);

  /** Reads all objects of a kind that the reader knows. */
  default <T extends HasMetadata> List<T> list(Class<T> type) {
    return list(type, ListOptions.defaults());
  }
}
