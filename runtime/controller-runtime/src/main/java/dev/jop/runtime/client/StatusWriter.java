package dev.jop.runtime.client;

import io.fabric8.kubernetes.api.model.HasMetadata;

/** Writes the status of objects, and nothing else of them: the {@code status} subresource. */
public interface StatusWriter {

  /**
   * Writes what was changed of a status since the object was read, if the server still holds the
   * resource version that it carries.
   *
   * <p>The rest stays as the server has it, as {@link Writer#update} tells.
   *
   * @throws dev.jop.runtime.scheme.CodecException if a field holds what cannot be written, such as
   *     half a surrogate pair
   * @throws ConflictException if the object changed since it was read
   * @throws NotFoundException if it is gone
   * @throws ApiException if the server refused or could not be reached
   */
  <T extends HasMetadata> T update(T object);

  /**
   * Says what the status' fields should be, in the owner's name (server-side apply).
   *
   * <p>The object needs its name, its namespace and its status; of the rest only what identifies it
   * is sent.
   *
   * @throws ConflictException if a field belongs to another owner and the owner does not force
   * @throws NotFoundException if there is no such object
   * @throws ApiException if the server refused or could not be reached
   */
  <T extends HasMetadata> T apply(T object, FieldOwner owner);
}
