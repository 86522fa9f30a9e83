package dev.jop.runtime.scheme;

import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Jackson, as fabric8 configures it for its models, but strict: a value of another JSON type than
 * the Java type's is an error, as in Go, and not converted.
 *
 * <p>There are two. The usual one has limits that hold for practically every object and that bound
 * its stack and its table of field names. What exceeds them is read again by the roomy one, which
 * takes whatever an API server stores, keeps no table of names, and needs a {@link LargeStack}.
 */
final class Mapping {

  /** What the usual mapping takes; Go's JSON decoder, and so the API server, takes 10,000. */
  static final int USUAL_DEPTH = 500;

  /** 10,000 levels, and those of a list or an event around them. */
  private static final int DEPTH = 10_010;

  private static final int USUAL_NAME_LENGTH = 1_000;

  /** An API server may have longer ones in what it does not read, but those take seconds. */
  private static final int NUMBER_LENGTH = 100_000;

  final ObjectMapper mapper;
  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

  private Mapping(JsonFactoryBuilder factory) {
    mapper = new Fabric8().strict(factory);
  }

  static Mapping usual() {
    return new Mapping(
        factory(
            StreamReadConstraints.builder()
                .maxNestingDepth(USUAL_DEPTH)
                .maxNameLength(USUAL_NAME_LENGTH)
                .build(),
            USUAL_DEPTH));
  }

  static Mapping roomy() {
    return Roomy.MAPPING;
  }

  private static JsonFactoryBuilder factory(StreamReadConstraints constraints, int depth) {
    return JsonFactory.builderWithJackson2Defaults()
        .streamReadConstraints(constraints)
        .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(depth).build())
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
        .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS);
  }

  /** Reads a value, null if that is what is there. */
  <T> @Nullable T read(byte[] json, Class<T> type) {
    return readers.computeIfAbsent(type, mapper::readerFor).readValue(json);
  }

  private static final class Roomy {
    static final Mapping MAPPING =
        new Mapping(
            factory(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxNumberLength(NUMBER_LENGTH)
                        .build(),
                    DEPTH)
                .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES));
  }

  /** Gives access to the mapper that fabric8 configures for its models. */
  private static final class Fabric8 extends KubernetesSerialization {

    Fabric8() {
      super(JsonMapper.builderWithJackson2Defaults().build(), false);
    }

    ObjectMapper strict(JsonFactoryBuilder factory) {
      return configureMapper(JsonMapper.builder(factory.build()).configureForJackson2().build())
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .withCoercionConfigDefaults(any -> any.setAcceptBlankAsEmpty(false))
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .enable(JsonNodeFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .addModule(numbers())
          .build();
    }

    /** fabric8 reads integers from text, Jackson floating-point numbers. */
    private static SimpleModule numbers() {
      SimpleModule module = new SimpleModule("numbers");
      module.addDeserializer(
          Integer.class, new NumberDeserializers.IntegerDeserializer(Integer.class, null));
      FiniteDeserializer.addTo(module);
      return module;
    }
  }
}
