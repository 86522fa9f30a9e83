package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.Map;

/** A rule in CEL. */
final class ValidationMarker implements ValueMarker {
  private static final int MESSAGE_LIMIT = 2048;

  private static final Map<String, String> REASONS =
      Map.of(
          "INVALID", "FieldValueInvalid",
          "FORBIDDEN", "FieldValueForbidden",
          "REQUIRED", "FieldValueRequired",
          "DUPLICATE", "FieldValueDuplicate");

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    String rule = use.text("rule");
    String message = use.text("message");
    requireType(schema);
    if (rule.isBlank()) {
      throw new MisuseException("needs a rule");
    }
    if (rule.contains("\n") && message.isEmpty()) {
      throw new MisuseException("a rule of several lines needs a message");
    }
    if (message.contains("\n") || (!message.isEmpty() && message.isBlank())) {
      throw new MisuseException("the message must be one line of text");
    }
    if (message.length() > MESSAGE_LIMIT) {
      throw new MisuseException("the message is longer than " + MESSAGE_LIMIT + " characters");
    }
    if (use.flag("optionalOldSelf") && !rule.contains("oldSelf")) {
      throw new MisuseException("optionalOldSelf is for rules with oldSelf only");
    }
    String reason = use.isGiven("reason") ? REASONS.getOrDefault(use.text("reason"), "") : "";
    return schema.withRule(
        new Rule(
            rule,
            message,
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
