package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.Map;

/** A rule in CEL; whether it is right is checked when the whole schema is known. */
final class ValidationMarker implements ValueMarker {
  private static final Map<String, String> REASONS =
      Map.of(
          "INVALID", "FieldValueInvalid",
          "FORBIDDEN", "FieldValueForbidden",
          "REQUIRED", "FieldValueRequired",
          "DUPLICATE", "FieldValueDuplicate");

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    requireType(schema);
    String reason = use.isGiven("reason") ? REASONS.getOrDefault(use.text("reason"), "") : "";
    return schema.withRule(
        new Rule(
            use.text("rule"),
            use.text("message"),
            use.text("messageExpression"),
            reason,
            use.text("fieldPath"),
            use.flag("optionalOldSelf"),
            use));
  }

  /** A rule needs a value of which something is known. */
  static void requireType(Schema schema) {
    if (schema.type() == SchemaType.ANY) {
      throw new MisuseException(
          "the API server has no rules for a value of any type; give its type with @SchemaType");
    }
  }
}
