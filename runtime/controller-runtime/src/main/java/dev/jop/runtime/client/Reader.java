package dev.jop.runtime.client;

import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/**
 * Reads objects. Whether from a cache or from the API server is the reader's affair.
 *
 * <p>A kind is named by its class, or by a {@link ResourceType} where it is read generically or
 * where nothing but metadata is wanted: {@code
 * reader.list(ResourceType.of(Secret.class).asMetadata())}.
 */
public interface Reader {

  /**
   * Reads one object.
   *
   * @return the object, owned by the caller, or nothing if there is none of that key
   * @throws InvalidNameException if the API server is to be asked, and no object can have that key
   * @throws ApiException if the read failed
   * @throws dev.jop.runtime.scheme.CodecException if the object does not fit its Java type
   */
  <T extends HasMetadata> Optional<T> get(ResourceType<T> type, ObjectKey key);

  /** Reads one object of the kind that a class stands for. */
  default <T extends HasMetadata> Optional<T> get(Class<T> type, ObjectKey key) {
    return get(ResourceType.of(type), key);
  }

  /**
   * Reads the objects of a kind that the options let through. An object that does not fit its Java
   * type is left out, and that is logged, so that it does not keep all others from being read.
   *
   * @return the objects, owned by the caller, in no particular order
   * @throws ApiException if the read failed
   */
  <T extends HasMetadata> List<T> list(ResourceType<T> type, ListOptions options);

  /** Reads all objects of a kind that the reader knows. */
  default <T extends HasMetadata> List<T> list(ResourceType<T> type) {
    return list(type, ListOptions.defaults());
  }

  /** Reads the objects, of the kind that a class stands for, that the options let through. */
  default <T extends HasMetadata> List<T> list(Class<T> type, ListOptions options) {
    return list(ResourceType.of(type), options);
  }

  /** Reads all objects, of the kind that a class stands for, that the reader knows. */
  default <T extends HasMetadata> List<T> list(Class<T> type) {
    return list(type, ListOptions.defaults());
  }

  /**
   * A reader of the same objects for those who only look: it may give the same instance to many of
   * them, and so decode it once. Nobody may change what it gives.
   */
  default Reader shared() {
    return this;
  }
}
