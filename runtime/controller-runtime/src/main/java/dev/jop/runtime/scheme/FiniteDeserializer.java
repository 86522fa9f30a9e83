package dev.jop.runtime.scheme;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads floating-point numbers as Go does: text such as {@code "NaN"} is none, and neither is a
 * number that the type would make infinite.
 */
final class FiniteDeserializer<N extends Number> extends StdScalarDeserializer<N> {

  private final Function<JsonParser, N> read;
  private final @Nullable N ofNull;

  private FiniteDeserializer(Class<N> type, @Nullable N ofNull, Function<JsonParser, N> read) {
    super(type);
    this.read = read;
    this.ofNull = ofNull;
  }

  /** Registers those of all types. */
  static void addTo(SimpleModule module) {
    module
        .addDeserializer(
            Double.class, new FiniteDeserializer<>(Double.class, null, JsonParser::getDoubleValue))
        .addDeserializer(
            Double.TYPE, new FiniteDeserializer<>(Double.TYPE, 0d, JsonParser::getDoubleValue))
        .addDeserializer(
            Float.class, new FiniteDeserializer<>(Float.class, null, JsonParser::getFloatValue))
        .addDeserializer(
            Float.TYPE, new FiniteDeserializer<>(Float.TYPE, 0f, JsonParser::getFloatValue));
  }

  @Override
  @SuppressWarnings("unchecked") // no problem handler gives a value in place of the error
  public N deserialize(JsonParser parser, DeserializationContext context) {
    if (!parser.currentToken().isNumeric()) {
      return (N) context.handleUnexpectedToken(handledType(), parser);
    }
    N number = read.apply(parser);
    return Double.isFinite(number.doubleValue())
        ? number
        : (N) context.handleWeirdNumberValue(handledType(), number, "out of range");
  }

  @Override
  public @Nullable Object getNullValue(DeserializationContext context) {
    return ofNull;
  }

  @Override
  public LogicalType logicalType() {
    return LogicalType.Float;
  }
}
