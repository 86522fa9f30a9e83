package dev.jop.runtime.cache;

import java.util.ArrayList;
import java.util.List;

/**
 * A field and the value that it must have.
 *
 * @param field the field's path, or what an index is called
 * @param value the value
 */
record FieldMatch(String field, String value) {

  /**
   * Reads a field selector as the API server does: commas join, and a backslash stands before a
   * comma, an equals sign or a backslash of a value.
   *
   * @throws IllegalArgumentException if it is none, or asks for more than exact matches (K16)
   */
  static List<FieldMatch> parse(String selector) {
    List<FieldMatch> matches = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    StringBuilder value = new StringBuilder();
    boolean inValue = false;
    for (int i = 0; i <= selector.length(); i++) {
      char c = i == selector.length() ? ',' : selector.charAt(i);
      if (c == ',') {
        if (inValue) {
          matches.add(new FieldMatch(field.toString().strip(), value.toString().strip()));
        } else {
          refuseIf(!field.toString().isBlank(), selector);
        }
        field.setLength(0);
        value.setLength(0);
        inValue = false;
      } else if (!inValue && c == '=') {
        refuseIf(field.toString().isBlank() || field.charAt(field.length() - 1) == '!', selector);
        inValue = true;
        i += selector.startsWith("==", i) ? 1 : 0;
      } else if (!inValue) {
        field.append(c);
      } else {
        refuseIf(c == '=', selector);
        if (c == '\\') {
          i++;
          refuseIf(i == selector.length() || "\\,=".indexOf(selector.charAt(i)) < 0, selector);
        }
        value.append(selector.charAt(i));
      }
    }
    return matches;
  }

  /** A value as it stands in a selector, so that it ends where it does. */
  static String escaped(String value) {
    return value.replaceAll("[\\\\,=]", "\\\\$0");
  }

  private static void refuseIf(boolean wrong, String selector) {
    if (wrong) {
      throw new IllegalArgumentException(
          "a cache lists by exact matches of fields only, not by \"" + selector + "\"");
    }
  }
}
