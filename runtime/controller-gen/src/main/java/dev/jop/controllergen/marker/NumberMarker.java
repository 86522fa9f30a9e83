package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import java.math.BigDecimal;

/** A limit that is a number for a value that is one. */
record NumberMarker(String keyword, boolean positive) implements ValueMarker {
  /** Beyond it a double does not hold every integer. */
  private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    double value = use.number("value").doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new MisuseException(value + " is no limit");
    }
    if (positive && value <= 0) {
      throw new MisuseException(value + " is not more than 0");
    }
    return schema.with(keyword, limit(BigDecimal.valueOf(value), schema));
  }

  /** Returns a limit as it stands in a manifest. */
  static Object limit(BigDecimal value, Schema schema) {
    if (schema.type() != SchemaType.INTEGER && schema.type() != SchemaType.NUMBER) {
      throw new MisuseException("needs a number, not a value of type " + schema.type());
    }
    BigDecimal limit = value.stripTrailingZeros();
    boolean integral = limit.scale() <= 0;
    if (schema.type() == SchemaType.INTEGER && !integral) {
      throw new MisuseException(limit + " is not an integer, as the value is");
    }
    if (schema.type() == SchemaType.INTEGER && limit.abs().compareTo(EXACT) > 0) {
      throw new MisuseException(
          limit.toPlainString() + " is too big to be exact; the limit is " + EXACT);
    }
    boolean isLong = integral && limit.abs().compareTo(EXACT) <= 0;
    return isLong ? (Object) limit.longValueExact() : limit;
  }
}
