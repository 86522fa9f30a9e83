package dev.jop.runtime.client;

import dev.jop.runtime.internal.text.Printable;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.Codec;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request about one object: where it goes, and what its answer must be about.
 *
 * @param type the kind
 * @param path where it goes
 * @param namespace the object's namespace; empty for a cluster-scoped kind
 * @param name the object's name; empty if it is the server that makes one
 * @param generateName what a name that the server makes begins with
 * @param doing what is being done, for the message of an error: {@code get Pod default/web}
 */
record ObjectRequest<T extends HasMetadata>(
    ResourceType<T> type,
    ApiPath path,
    String namespace,
    String name,
    String generateName,
    String doing) {

  /** The server cuts off what does not leave it room for a random end. */
  private static final int LONGEST_PREFIX = 50;

  private static final TypeMeta STATUS = new TypeMeta("v1", "Status");
  private static final TypeMeta METADATA = new TypeMeta("meta.k8s.io/v1", "PartialObjectMetadata");

  /**
   * A request about the object of a key.
   *
   * @throws InvalidNameException if there can be no such object
   */
  static <T extends HasMetadata> ObjectRequest<T> of(
      String verb, ResourceType<T> type, ObjectKey key) {
    String doing = verb + " " + type.kind().kind() + " " + key;
    ApiPath path = InvalidNameException.unlessValid(doing, () -> type.path(key));
    ObjectKey known = type.normalized(key);
    return new ObjectRequest<>(type, path, known.namespace(), known.name(), "", doing);
  }

  /** A request about an object, by its key. */
  static <T extends HasMetadata> ObjectRequest<T> of(
      String verb, ResourceType<T> type, HasMetadata object) {
    String doing = verb + " a " + type.kind().kind();
    return of(verb, type, InvalidNameException.unlessValid(doing, () -> ObjectKey.of(object)));
  }

  /**
   * A request to create an object.
   *
   * @throws InvalidNameException if its namespace is impossible, or missing
   */
  static <T extends HasMetadata> ObjectRequest<T> create(ResourceType<T> type, T object) {
    ObjectMeta metadata = object.getMetadata();
    String name = orEmpty(metadata.getName());
    String prefix = orEmpty(metadata.getGenerateName());
    String namespace = type.namespaced() ? orEmpty(metadata.getNamespace()) : "";
    String doing =
        "create " + type.kind().kind() + " " + key(namespace, name.isEmpty() ? prefix + "*" : name);
    ApiPath path =
        InvalidNameException.unlessValid(
            doing,
            () -> type.path(type.namespaced() ? ApiPath.check("namespace", namespace) : namespace));
    return new ObjectRequest<>(type, path, namespace, name, prefix, doing);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** The same about a part of the object; about the whole of it if the part is empty. */
  ObjectRequest<T> subresource(String part) {
    return part.isEmpty() ? this : at(path.subresource(part));
  }

  /** The same with one parameter more. */
  ObjectRequest<T> with(String parameter, String value) {
    return at(path.with(parameter, value));
  }

  private ObjectRequest<T> at(ApiPath elsewhere) {
    return new ObjectRequest<>(type, elsewhere, namespace, name, generateName, doing);
  }

  /**
   * Reads the answer.
   *
   * @throws UnexpectedAnswerException if it is not the object that was asked for
   * @throws CodecException if it is, but does not fit its Java type
   */
  T answer(byte[] json) {
    return answer(json, type);
  }

  /**
   * Reads the answer to a write, which was done whether it can be read or not.
   *
   * @throws UnexpectedAnswerException if it is not the object that was written, or does not fit its
   *     Java type
   */
  T written(byte[] json) {
    return written(json, type);
  }

  private <A extends HasMetadata> A written(byte[] json, ResourceType<A> form) {
    try {
      return answer(json, form);
    } catch (CodecException e) {
      throw new UnexpectedAnswerException(
          doing, "says that it is done, but does not fit its Java type: " + e.getMessage(), e);
    }
  }

  /**
   * Checks that an answer is the object that was asked for, and reads no more of it.
   *
   * @throws UnexpectedAnswerException if it is not
   */
  void check(byte[] json) {
    HasMetadata unused = answer(json, type.asMetadata());
  }

  private <A extends HasMetadata> A answer(byte[] json, ResourceType<A> form) {
    TypeMeta types = types(json);
    if (!isAskedKind(types)) {
      throw unexpected(types, json);
    }
    A object = Codec.shared().decode(json, form);
    check(types, object.getMetadata());
    return object;
  }

  /**
   * Checks the answer to what need not be answered by the object, such as a deletion: it may be a
   * Status that reports success, too.
   *
   * @throws UnexpectedAnswerException if it is neither
   */
  void checkDone(byte[] json) {
    TypeMeta types = types(json);
    if (!types.equals(STATUS)) {
      HasMetadata unused = written(json, type.asMetadata());
      return;
    }
    JsonNode status = UnexpectedAnswerException.unlessJson(doing, json);
    String deleted = status.path("details").path("name").asString(name);
    if (!status.path("status").asString("").equals("Success") || !deleted.equals(name)) {
      throw unexpected(types, json);
    }
  }

  private TypeMeta types(byte[] json) {
    if (json.length == 0) {
      throw new UnexpectedAnswerException(doing, "is empty", null);
    }
    try {
      return TypeMeta.read(json);
    } catch (IllegalArgumentException e) {
      String why = Printable.of(String.valueOf(e.getMessage()));
      throw new UnexpectedAnswerException(doing, "is " + why + page(json), e);
    }
  }

  /** The begin of what a proxy on the way shows to people, which tells which one it is. */
  private static String page(byte[] json) {
    String begin = new String(json, 0, Math.min(json.length, 40), StandardCharsets.UTF_8);
    return begin.startsWith("<") ? "; it begins with \"" + Printable.of(begin) + "\"" : "";
  }

  private boolean isAskedKind(TypeMeta types) {
    return types.equals(new TypeMeta(type.kind().apiVersion(), type.kind().kind()))
        || (type.isMetadata() && types.equals(METADATA));
  }

  private void check(TypeMeta types, @Nullable ObjectMeta metadata) {
    String gotName = metadata == null ? "" : orEmpty(metadata.getName());
    String gotNamespace = metadata == null ? "" : orEmpty(metadata.getNamespace());
    String prefix = generateName.substring(0, Math.min(generateName.length(), LONGEST_PREFIX));
    boolean named = name.isEmpty() ? gotName.startsWith(prefix) : gotName.equals(name);
    if (!named || (type.namespaced() && !gotNamespace.equals(namespace))) {
      throw unexpected(types + " " + key(gotNamespace, gotName));
    }
  }

  private UnexpectedAnswerException unexpected(TypeMeta types, byte[] json) {
    return unexpected(
        types.kind().isEmpty()
            ? "an object that does not say its kind"
            : types.equals(STATUS)
                ? "a Status: "
                    + Printable.of(
                        UnexpectedAnswerException.unlessJson(doing, json)
                            .path("message")
                            .asString(""))
                : types.toString());
  }

  private UnexpectedAnswerException unexpected(String got) {
    String asked = type.kind() + " " + key(namespace, name.isEmpty() ? generateName + "*" : name);
    return new UnexpectedAnswerException(doing, "is not " + asked + ", but " + got, null);
  }

  private static String key(String namespace, String name) {
    return (namespace.isEmpty() ? "" : Printable.of(namespace) + "/") + Printable.of(name);
  }
}
