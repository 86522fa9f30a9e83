package dev.jop.runtime.scheme;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns objects into JSON bytes and back, the way fabric8's own client does, but for one thing:
 * fields that the Java type does not know are passed over instead of refused.
 *
 * <p>Safe for use by many threads.
 */
public final class Codec {

  private static final Codec SHARED = new Codec();

  private final ObjectMapper mapper;
  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

  private Codec() {
    mapper = new Mapping().tolerant();
  }

  /** The codec of this JVM: it has no state but what it learnt of the types. */
  public static Codec shared() {
    return SHARED;
  }

  /**
   * Reads an object.
   *
   * @throws CodecException if the bytes are no JSON or do not fit the type
   */
  public <T> T decode(byte[] json, Class<T> type) {
    try {
      return readers.computeIfAbsent(type, mapper::readerFor).readValue(json);
    } catch (JacksonException e) {
      throw unreadable(type, e);
    }
  }

  /**
   * Reads an object of a kind, however its bytes call it: those in lists do not name their kind,
   * and metadata alone names another.
   *
   * @throws CodecException if the bytes are no JSON or do not fit the type
   */
  public <T extends HasMetadata> T decode(byte[] json, ResourceType<T> type) {
    T object = decode(json, type.type());
    if (object instanceof GenericKubernetesResource generic) {
      generic.setApiVersion(type.kind().apiVersion());
      generic.setKind(type.kind().kind());
    } else if (object instanceof PartialObjectMetadata metadata) {
      metadata.setApiVersion(type.kind().apiVersion());
      metadata.setKind(type.kind().kind());
    }
    return object;
  }

  /**
   * Reads an object and tells whether its type knows all that was in the bytes: if not, writing the
   * object back would lose fields.
   *
   * @throws CodecException if the bytes are no JSON or do not fit the type
   */
  public boolean knowsAll(byte[] json, Class<?> type) {
    UnknownFieldsSeen seen = new UnknownFieldsSeen();
    try {
      readers
          .computeIfAbsent(type, mapper::readerFor)
          .withAttribute(UnknownFieldsSeen.class, seen)
          .readValue(json);
    } catch (JacksonException e) {
      throw unreadable(type, e);
    }
    return !seen.any;
  }

  /**
   * Reads any JSON as a tree.
   *
   * @throws CodecException if the bytes are no JSON
   */
  public JsonNode tree(byte[] json) {
    try {
      return mapper.readTree(json);
    } catch (JacksonException e) {
      throw new CodecException("cannot read JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Turns an object into a tree.
   *
   * @throws CodecException if a part of the object cannot be written
   */
  public JsonNode toTree(Object object) {
    try {
      return mapper.valueToTree(object);
    } catch (JacksonException e) {
      throw unwritable(object, e);
    }
  }

  /** A new, empty JSON object. */
  public ObjectNode object() {
    return mapper.createObjectNode();
  }

  /**
   * Writes an object or a tree; null fields are left out.
   *
   * @throws CodecException if a part of the object cannot be written
   */
  public byte[] encode(Object object) {
    try {
      return mapper.writeValueAsBytes(object);
    } catch (JacksonException e) {
      throw unwritable(object, e);
    }
  }

  private static CodecException unreadable(Class<?> type, JacksonException e) {
    return new CodecException(
        "cannot read a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
  }

  private static CodecException unwritable(Object object, JacksonException e) {
    return new CodecException(
        "cannot write a " + object.getClass().getSimpleName() + ": " + e.getOriginalMessage(), e);
  }

  /** Gives access to the mapper that fabric8 configures for its models. */
  private static final class Mapping extends KubernetesSerialization {

    Mapping() {
      super(JsonMapper.builderWithJackson2Defaults().build(), false);
    }

    ObjectMapper tolerant() {
      return configureMapper(JsonMapper.builderWithJackson2Defaults().build())
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addHandler(new UnknownFieldsNoted())
          .build();
    }
  }

  /** Goes along with one reading, if somebody wants to know. */
  private static final class UnknownFieldsSeen {
    private boolean any;
  }

  private static final class UnknownFieldsNoted extends DeserializationProblemHandler {

    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        ValueDeserializer<?> deserializer,
        Object owner,
        String name) {
      if (context.getAttribute(UnknownFieldsSeen.class) instanceof UnknownFieldsSeen seen) {
        seen.any = true;
      }
      return false;
    }
  }
}
