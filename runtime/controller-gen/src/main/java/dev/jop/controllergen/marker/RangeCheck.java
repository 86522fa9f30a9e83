package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import java.math.BigDecimal;

/** Refuses limits between which no value is left. */
final class RangeCheck {

  private RangeCheck() {}

  static Schema checked(Schema schema) {
    check(schema, "minimum", "maximum");
    check(schema, "minLength", "maxLength");
    check(schema, "minItems", "maxItems");
    check(schema, "minProperties", "maxProperties");
    return schema;
  }

  private static void check(Schema schema, String least, String most) {
    Object low = schema.keywords().get(least);
    Object high = schema.keywords().get(most);
    if (low == null || high == null) {
      return;
    }
    int order = new BigDecimal(low.toString()).compareTo(new BigDecimal(high.toString()));
    boolean open =
        least.equals("minimum")
            && (schema.keywords().containsKey("exclusiveMinimum")
                || schema.keywords().containsKey("exclusiveMaximum"));
    if (order > 0 || (order == 0 && open)) {
      throw new MisuseException(
          "no value is left between " + least + " " + low + " and " + most + " " + high);
    }
  }
}
