package dev.jop.runtime.internal.yaml;

import dev.jop.runtime.internal.yaml.YamlNode.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a scalar without quotes means to kubectl, whose parser follows YAML 1.1. */
final class PlainScalars {

  private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");
  private static final Set<String> FALSE = Set.of("n", "no", "false", "off");
  private static final Set<String> NULL = Set.of("", "~", "null");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]+"
              + "|[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?|\\.[0-9][0-9_]*([eE][-+]?[0-9]+)?"
              + "|\\.(inf|Inf|INF)|\\.(nan|NaN|NAN))");

  private PlainScalars() {}

  static Kind kind(String text) {
    if (NULL.contains(folded(text))) {
      return Kind.NULL;
    }
    if (TRUE.contains(folded(text)) || FALSE.contains(folded(text))) {
      return Kind.BOOLEAN;
    }
    return NUMBER.matcher(text).matches() ? Kind.NUMBER : Kind.TEXT;
  }

  static boolean isTrue(String text) {
    return TRUE.contains(folded(text));
  }

  /** The text in lower case if its letters have one of the cases that count: yes, Yes and YES. */
  private static String folded(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (text.isEmpty() || text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT))) {
      return lower;
    }
    return text.substring(1).equals(lower.substring(1)) ? lower : text;
  }
}
