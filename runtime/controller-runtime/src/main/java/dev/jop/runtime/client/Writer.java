package dev.jop.runtime.client;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Writes objects to the API server. Every method returns what the server made of it.
 *
 * <p>An {@link InvalidNameException} says that no object can be called so, and that nothing was
 * sent; an {@link UnexpectedAnswerException} that the server reports success, but of something else
 * than what was asked for.
 */
public interface Writer {

  /**
   * Creates an object.
   *
   * @throws dev.jop.runtime.scheme.CodecException if a field holds what cannot be written, such as
   *     half a surrogate pair
   * @throws AlreadyExistsException if there is one of its key
   * @throws ApiException if the server refused or could not be reached
   */
  <T extends HasMetadata> T create(T object);

  /**
   * Writes what was changed of an object since it was read, if the server still holds the resource
   * version that it carries. Without a resource version, the server's object is made the same as
   * this one, whatever its version.
   *
   * <p>What the program has not changed stays as the server has it: fields that the Java type does
   * not know, and values that it writes in another way than the server. Elements of lists keep such
   * fields where they can be told apart: if they are unchanged, or by a key. That is the one of
   * Kubernetes' own schemas, such as {@code type} in {@code conditions}, or else a {@code name},
   * {@code id} or {@code uid} that all elements have and no two share. A list with changed elements
   * that cannot be told apart is written as it is, and a warning is logged once.
   *
   * @throws dev.jop.runtime.scheme.CodecException if a field holds what cannot be written, such as
   *     half a surrogate pair
   * @throws ConflictException if the object changed since it was read: read it again and retry
   * @throws NotFoundException if it is gone
   * @throws ApiException if the server refused or could not be reached
   */
  <T extends HasMetadata> T update(T object);

  /**
   * Says what the object's fields should be, in the owner's name (server-side apply): creates it if
   * it is not there, and removes fields that this owner set before and does not name any more.
   *
   * <p>The object should hold the fields that the owner has an opinion on, and no others; made
   * anew, not read from the server. Its {@code resourceVersion} and {@code managedFields} are not
   * sent.
   *
   * @throws dev.jop.runtime.scheme.CodecException if a field holds what cannot be written, such as
   *     half a surrogate pair
   * @throws ConflictException if a field belongs to another owner and the owner does not force
   * @throws ApiException if the server refused or could not be reached
   */
  <T extends HasMetadata> T apply(T object, FieldOwner owner);

  /** Asks for the deletion of an object with the default options. */
  default void delete(HasMetadata object) {
    delete(object, DeleteOptions.defaults());
  }

  /**
   * Asks for the deletion of an object. Finalizers may hold it back.
   *
   * <p>If the object carries a uid, only the very object of that uid is deleted, unlike in
   * controller-runtime: an object that was read before does not stand for one that has taken its
   * name since. Whoever means the name makes an object with no more than that.
   *
   * @throws NotFoundException if it is gone already
   * @throws ConflictException if another object has taken its name, or another precondition of the
   *     options is not true
   * @throws InvalidNameException if there can be no object of its name or namespace
   * @throws ApiException if the server refused or could not be reached
   */
  void delete(HasMetadata object, DeleteOptions options);
}
