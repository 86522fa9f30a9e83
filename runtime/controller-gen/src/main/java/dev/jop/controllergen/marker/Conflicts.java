package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps both of two limits where a type and the property that has the type say the same keyword.
 *
 * <p>A keyword can stand once in a schema. The limits of both then go into {@code allOf}, as with
 * controller-gen, since a value must keep to both.
 */
final class Conflicts {
  private static final List<String> LIMITS =
      List.of(
          "maxItems",
          "maxLength",
          "maxProperties",
          "maximum",
          "minItems",
          "minLength",
          "minProperties",
          "minimum",
          "multipleOf",
          "pattern");
  private static final Map<String, String> EXCLUSIVE =
      Map.of("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum");

  private Conflicts() {}

  /**
   * Returns the schema after with what the schema before said otherwise.
   *
   * @param before what the type says
   * @param after the same, with what the property says put over it
   */
  static Schema resolved(Schema before, Schema after) {
    SortedMap<String, Object> ofType = new TreeMap<>();
    SortedMap<String, Object> ofProperty = new TreeMap<>();
    SortedMap<String, Object> rest = new TreeMap<>(after.keywords());
    for (String limit : LIMITS) {
      Object old = before.keywords().get(limit);
      Object now = after.keywords().get(limit);
      if (old != null && !old.equals(now)) {
        move(limit, before.keywords(), ofType, rest);
        move(limit, after.keywords(), ofProperty, rest);
      }
    }
    if (ofType.isEmpty()) {
      return after;
    }
    List<Object> all = new ArrayList<>();
    if (rest.get("allOf") instanceof List<?> earlier) {
      all.addAll(earlier);
    }
    all.add(ofType);
    all.add(ofProperty);
    rest.put("allOf", all);
    return after.withKeywords(rest);
  }

  private static void move(
      String limit,
      SortedMap<String, Object> from,
      SortedMap<String, Object> to,
      SortedMap<String, Object> rest) {
    for (String keyword : List.of(limit, EXCLUSIVE.getOrDefault(limit, limit))) {
      Object value = from.get(keyword);
      if (value != null) {
        to.put(keyword, value);
      }
      rest.remove(keyword);
    }
  }
}
