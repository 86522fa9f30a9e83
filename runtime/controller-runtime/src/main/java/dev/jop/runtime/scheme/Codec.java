package dev.jop.runtime.scheme;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns objects into JSON bytes and back, with fabric8's knowledge of its models, but for three
 * things.
 *
 * <ul>
 *   <li>Fields that the Java type does not know are passed over instead of refused.
 *   <li>A value of another JSON type than the Java type's is an error at that field, as in Go:
 *       {@code "5"} is no {@code int}, {@code 5} no {@code String}, and {@code 1} no enum constant.
 *       Null is the zero of a primitive type.
 *   <li>Whatever an API server stores can be read, and be written again: it may be nested 10,000
 *       deep, as for Go, and have names of any length.
 * </ul>
 *
 * <p>Safe for use by many threads.
 */
public final class Codec {

  private static final Codec SHARED = new Codec();

  private final Mapping usual = Mapping.usual();

  private Codec() {}

  /** The codec of this JVM: it has no state but what it learnt of the types. */
  public static Codec shared() {
    return SHARED;
  }

  /**
   * Reads an object.
   *
   * @throws CodecException if the bytes are no JSON or do not fit the type; it names the object and
   *     the field
   */
  public <T> T decode(byte[] json, Class<T> type) {
    return decode(json, type, type.getSimpleName());
  }

  /**
   * Reads an object of a kind, however its bytes call it: those in lists do not name their kind,
   * and metadata alone names another.
   *
   * @throws CodecException if the bytes are no JSON or do not fit the type; it names the object and
   *     the field
   */
  public <T extends HasMetadata> T decode(byte[] json, ResourceType<T> type) {
    T object = decode(json, type.type(), type.kind().kind());
    if (object instanceof GenericKubernetesResource generic) {
      generic.setApiVersion(type.kind().apiVersion());
      generic.setKind(type.kind().kind());
    } else if (object instanceof PartialObjectMetadata metadata) {
      metadata.setApiVersion(type.kind().apiVersion());
      metadata.setKind(type.kind().kind());
    }
    return object;
  }

  private <T> T decode(byte[] json, Class<T> type, String kind) {
    try {
      return read(json, type, kind);
    } catch (JacksonException e) {
      throw withRoomFor(() -> Misreading.of(kind, () -> read(json, JsonNode.class, kind), e), json);
    }
  }

  private <T> T read(byte[] json, Class<T> type, String kind) {
    @Nullable T object = this.<@Nullable T>withinLimits(mapping -> mapping.read(json, type));
    if (object == null) {
      throw new CodecException("cannot read " + kind + ": it is null");
    }
    return object;
  }

  /**
   * Reads any JSON as a tree. Numbers are exact in it.
   *
   * @throws CodecException if the bytes are no JSON
   */
  public JsonNode tree(byte[] json) {
    return decode(json, JsonNode.class, "JSON");
  }

  /**
   * Turns an object into a tree.
   *
   * @throws CodecException as {@link #encode} does
   */
  public JsonNode toTree(Object object) {
    return tree(encode(object));
  }

  /** A new, empty JSON object. */
  public ObjectNode object() {
    return usual.mapper.createObjectNode();
  }

  /**
   * Writes an object or a tree; null fields of an object are left out.
   *
   * @throws CodecException if a part of the object cannot be written, or could not be read as it is
   *     meant: text with half a surrogate pair, numbers that are not finite; it names the field
   */
  public byte[] encode(Object object) {
    byte[] json = write(object);
    if (Unwritable.isPossible(json)) {
      refuseUnwritable(object, json);
    }
    return json;
  }

  private void refuseUnwritable(Object object, byte[] json) {
    withRoomFor(() -> Unwritable.find(usual.mapper.valueToTree(object)), json)
        .ifPresent(
            fault -> {
              throw new CodecException("cannot write " + kind(object) + ": " + fault);
            });
  }

  private byte[] write(Object object) {
    try {
      return withinLimits(mapping -> mapping.mapper.writeValueAsBytes(object));
    } catch (JacksonException e) {
      throw unwritable(object, e);
    }
  }

  private static CodecException unwritable(Object object, JacksonException e) {
    FieldPath path = FieldPath.of(e);
    String where = path.equals(FieldPath.ROOT) ? "" : path + ": ";
    return new CodecException(
        "cannot write " + kind(object) + ": " + where + Misreading.reason(e), e);
  }

  private static String kind(Object object) {
    return object instanceof JsonNode tree
        ? tree.path("kind").asString("JSON")
        : object.getClass().getSimpleName();
  }

  /**
   * Does work that recurses into trees, on a thread with a large stack if they are nested deeply.
   *
   * @param texts the JSON whose trees it recurses into
   */
  public <T> T withRoomFor(Supplier<T> work, byte[]... texts) {
    for (byte[] text : texts) {
      if (LargeStack.isNeededFor(text)) {
        return LargeStack.call(work);
      }
    }
    return work.get();
  }

  private <T extends @Nullable Object> T withinLimits(Function<Mapping, T> work) {
    if (LargeStack.isCurrent()) {
      return work.apply(Mapping.roomy());
    }
    try {
      return work.apply(usual);
    } catch (StreamConstraintsException e) {
      return LargeStack.call(() -> work.apply(Mapping.roomy()));
    }
  }
}
