package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import java.math.BigDecimal;

/** The least or the greatest number. */
record BoundMarker(String keyword, String exclusiveKeyword) implements ValueMarker {
  /** Beyond it a double does not hold every integer. */
  private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    if (schema.type() != SchemaType.INTEGER && schema.type() != SchemaType.NUMBER) {
      throw new MisuseException("needs a number, not a value of type " + schema.type());
    }
    double value = use.number("value").doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new MisuseException(value + " is no limit");
    }
    BigDecimal limit = BigDecimal.valueOf(value).stripTrailingZeros();
    boolean integral = limit.scale() <= 0;
    if (schema.type() == SchemaType.INTEGER && !integral) {
      throw new MisuseException(limit + " is not an integer, as the value is");
    }
    if (integral && limit.abs().compareTo(EXACT) > 0) {
      throw new MisuseException(
          limit.toPlainString() + " is too big to be exact; the limit is " + EXACT);
    }
    Schema bounded = schema.with(keyword, integral ? (Object) limit.longValueExact() : limit);
    return use.flag("exclusive") ? bounded.with(exclusiveKeyword, true) : bounded;
  }
}
