package dev.jop.controllergen.schema;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule in CEL that the API server checks for a value.
 *
 * @param rule the expression, true for what is right
 * @param message what the API server says when it fails; empty for the rule itself
 * @param messageExpression an expression that gives the message, or nothing
 * @param reason why the API server says that it refuses, as the API names it, or nothing
 * @param fieldPath the property that the answer names, or nothing
 * @param optionalOldSelf whether it is checked for new values also
 * @param origin what in the source it comes from; null for what comes with a type of Kubernetes
 */
public record Rule(
    String rule,
    String message,
    String messageExpression,
    String reason,
    String fieldPath,
    boolean optionalOldSelf,
    @Nullable Object origin) {

  /** Returns a rule with a message and nothing else. */
  public static Rule of(String rule, String message, @Nullable Object origin) {
    return new Rule(rule, message, "", "", "", false, origin);
  }

  /** Returns the rule that a manifest holds. */
  public static Rule parse(Map<?, ?> tree) {
    return new Rule(
        text(tree, "rule"),
        text(tree, "message"),
        text(tree, "messageExpression"),
        text(tree, "reason"),
        text(tree, "fieldPath"),
        Boolean.TRUE.equals(tree.get("optionalOldSelf")),
        null);
  }

  private static String text(Map<?, ?> tree, String name) {
    Object value = tree.get(name);
    return value == null ? "" : value.toString();
  }

  /** Returns the tree of scalars that a manifest holds. */
  Map<String, Object> toTree() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("rule", rule);
    put(tree, "message", message);
    put(tree, "messageExpression", messageExpression);
    put(tree, "reason", reason);
    put(tree, "fieldPath", fieldPath);
    if (optionalOldSelf) {
      tree.put("optionalOldSelf", true);
    }
    return tree;
  }

  private static void put(Map<String, Object> tree, String name, String value) {
    if (!value.isEmpty()) {
      tree.put(name, value);
    }
  }
}
