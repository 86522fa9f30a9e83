package dev.jop.controllergen.cel;

import java.util.Map;
import java.util.Optional;

/**
 * A rule as it stands in {@code x-kubernetes-validations}.
 *
 * @param rule the expression that must be true
 * @param message what to say if it is not
 * @param messageExpression the expression that makes that message
 * @param reason the machine-readable reason
 * @param fieldPath the field that the message is about
 * @param optionalOldSelf whether the old value may be absent, if that is said
 */
public record CelRule(
    String rule,
    Optional<String> message,
    Optional<String> messageExpression,
    Optional<String> reason,
    Optional<String> fieldPath,
    Optional<Boolean> optionalOldSelf) {

  /** Returns a rule that is nothing but an expression. */
  public static CelRule of(String rule) {
    return of(Map.of("rule", rule));
  }

  /** Returns the rule that an element of {@code x-kubernetes-validations} describes. */
  public static CelRule of(Map<?, ?> tree) {
    return new CelRule(
        text(tree, "rule").orElse(""),
        text(tree, "message"),
        text(tree, "messageExpression"),
        text(tree, "reason"),
        text(tree, "fieldPath"),
        Optional.ofNullable(tree.get("optionalOldSelf")).map(Boolean.class::cast));
  }

  private static Optional<String> text(Map<?, ?> tree, String name) {
    return Optional.ofNullable(tree.get(name)).map(String::valueOf);
  }
}
