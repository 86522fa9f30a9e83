package dev.jop.controllergen.cel;

import dev.jop.controllergen.schema.Schema;
import java.util.Optional;
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
  static void check(CelRule rule, Schema schema, BiConsumer<String, String> faults) {
    Optional<String> message = rule.message();
    if (rule.rule().isBlank()) {
      faults.accept("rule", "there is no rule");
    } else if (message.filter(text -> !text.isEmpty() && text.isBlank()).isPresent()) {
      faults.accept("message", "the message is blank");
    } else if (message.filter(text -> isLong(text.strip())).isPresent()) {
      faults.accept("message", "a message has no line breaks");
    } else if (isLong(rule.rule().strip()) && message.filter(text -> !text.isBlank()).isEmpty()) {
      faults.accept("message", "a rule of several lines needs a message");
    }
    rule.messageExpression()
        .filter(text -> !text.isEmpty() && text.isBlank())
        .ifPresent(text -> faults.accept("messageExpression", "the expression is blank"));
    rule.reason()
        .filter(reason -> !REASONS.contains(reason))
        .ifPresent(reason -> faults.accept("reason", "the API server knows no reason " + reason));
    rule.fieldPath()
        .filter(path -> !path.isEmpty())
        .flatMap(path -> FieldPath.fault(path, schema))
        .ifPresent(fault -> faults.accept("fieldPath", fault));
  }

  private static boolean isLong(String text) {
    return text.contains("\n") || text.contains("\r");
  }
}
