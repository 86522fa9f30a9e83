package dev.jop.controllergen.cel;

import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import java.util.Set;
import java.util.function.BiConsumer;

/** Checks what the API server asks of a rule beside its expressions. */
final class RuleForm {
  private static final Set<String> REASONS =
      Set.of(
          "FieldValueInvalid", "FieldValueForbidden", "FieldValueRequired", "FieldValueDuplicate");

  private RuleForm() {}

  /**
   * Checks a rule.
   *
   * @param schema the schema that the rule stands in
   * @param faults takes the part of the rule and what is wrong with it
   */
  static void check(Rule rule, Schema schema, BiConsumer<String, String> faults) {
    if (rule.rule().isBlank()) {
      faults.accept("rule", "there is no rule");
    } else if (isBlank(rule.message())) {
      faults.accept("message", "the message is blank");
    } else if (isLong(rule.message())) {
      faults.accept("message", "a message has no line breaks");
    } else if (isLong(rule.rule()) && rule.message().isEmpty()) {
      faults.accept("message", "a rule of several lines needs a message");
    }
    if (isBlank(rule.messageExpression())) {
      faults.accept("messageExpression", "the expression is blank");
    }
    if (!rule.reason().isEmpty() && !REASONS.contains(rule.reason())) {
      faults.accept("reason", "the API server knows no reason " + rule.reason());
    }
    FieldPath.fault(rule.fieldPath(), schema).ifPresent(fault -> faults.accept("fieldPath", fault));
  }

  private static boolean isBlank(String text) {
    return !text.isEmpty() && text.isBlank();
  }

  private static boolean isLong(String text) {
    return text.strip().contains("\n") || text.strip().contains("\r");
  }
}
