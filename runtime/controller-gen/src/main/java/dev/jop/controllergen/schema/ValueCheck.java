package dev.jop.controllergen.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Says why a value does not fit a schema, as the API server would.
 *
 * <p>Formats such as {@code date-time} are left to the server.
 */
public final class ValueCheck {
  private final List<String> faults = new ArrayList<>();

  private ValueCheck() {}

  /** Returns the faults of a tree of maps, lists and scalars; none if it fits. */
  public static List<String> faults(Object value, Schema schema) {
    ValueCheck check = new ValueCheck();
    check.value("", value, schema);
    return List.copyOf(check.faults);
  }

  private void value(String path, Object value, Schema schema) {
    boolean right =
        switch (schema.type()) {
          case OBJECT -> value instanceof Map<?, ?> map && object(path, map, schema);
          case ARRAY -> value instanceof List<?> list && list(path, list, schema);
          case STRING -> value instanceof String text && text(path, text, schema);
          case INTEGER -> isInteger(value) && number(path, value, schema);
          case NUMBER -> value instanceof Number && number(path, value, schema);
          case BOOLEAN -> value instanceof Boolean;
          case INT_OR_STRING ->
              isInteger(value) || (value instanceof String text && text(path, text, schema));
        };
    if (!right) {
      fault(path, "must be of type " + schema.type() + ", not " + show(value));
    }
    if (!schema.accepted().isEmpty() && !schema.accepted().contains(value)) {
      fault(path, show(value) + " is none of " + schema.accepted());
    }
  }

  private boolean object(String path, Map<?, ?> map, Schema schema) {
    for (String name : schema.required()) {
      Schema property = schema.properties().getOrDefault(name, schema);
      if (!map.containsKey(name) && property.keyword("default").isEmpty()) {
        fault(path, "lacks the required property " + name);
      }
    }
    map.forEach(
        (name, value) -> {
          Schema property =
              schema.properties().getOrDefault(String.valueOf(name), schema.additional());
          if (property == null) {
            fault(path, "has no property " + name);
          } else {
            value(path + "." + name, value, property);
          }
        });
    return true;
  }

  private boolean list(String path, List<?> list, Schema schema) {
    bounds(path, BigDecimal.valueOf(list.size()), schema, "minItems", "maxItems", " items");
    Schema items = schema.items();
    for (int i = 0; items != null && i < list.size(); i++) {
      value(path + "[" + i + "]", list.get(i), items);
    }
    return true;
  }

  private boolean text(String path, String text, Schema schema) {
    BigDecimal length = BigDecimal.valueOf(text.codePointCount(0, text.length()));
    bounds(path, length, schema, "minLength", "maxLength", " characters");
    schema
        .keyword("pattern")
        .map(String.class::cast)
        .filter(pattern -> !Pattern.compile(pattern).matcher(text).find())
        .ifPresent(pattern -> fault(path, show(text) + " does not match " + pattern));
    return true;
  }

  private boolean number(String path, Object value, Schema schema) {
    bounds(path, new BigDecimal(value.toString()), schema, "minimum", "maximum", "");
    return true;
  }

  private void bounds(
      String path, BigDecimal size, Schema schema, String least, String most, String unit) {
    schema
        .keyword(least)
        .map(limit -> size.compareTo(new BigDecimal(limit.toString())))
        .filter(c -> c < 0 || (c == 0 && schema.keywords().containsKey("exclusiveMinimum")))
        .ifPresent(
            c ->
                fault(
                    path, size + unit + " is below " + least + " " + schema.keywords().get(least)));
    schema
        .keyword(most)
        .map(limit -> size.compareTo(new BigDecimal(limit.toString())))
        .filter(c -> c > 0 || (c == 0 && schema.keywords().containsKey("exclusiveMaximum")))
        .ifPresent(
            c ->
                fault(path, size + unit + " is above " + most + " " + schema.keywords().get(most)));
  }

  private static boolean isInteger(Object value) {
    return value instanceof Integer || value instanceof Long;
  }

  private static String show(Object value) {
    return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
  }

  private void fault(String path, String message) {
    faults.add(
        path.isEmpty() ? message : path.substring(path.startsWith(".") ? 1 : 0) + " " + message);
  }
}
