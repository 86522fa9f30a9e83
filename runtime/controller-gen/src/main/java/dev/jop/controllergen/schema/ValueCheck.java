package dev.jop.controllergen.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Says why a value does not fit a schema, as the API server would. */
public final class ValueCheck {
  private static final Pattern GO_ONLY = Pattern.compile("\\[:|\\(\\?[a-zA-Z-]*[PU]|\\[[^]]*\\[");

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
          case ANY -> true;
        };
    if (!right) {
      fault(path, "must be of type " + schema.type() + ", not " + show(value));
      return;
    }
    if (!schema.accepted().isEmpty() && !schema.accepted().contains(value)) {
      fault(path, show(value) + " is none of " + schema.accepted());
    }
    schema.narrowed().forEach(limits -> value(path, value, limits));
  }

  private boolean object(String path, Map<?, ?> map, Schema schema) {
    bounds(path, map.size(), schema, "minProperties", "maxProperties", " properties");
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
          if (property != null) {
            value(path + "." + name, value, property);
          } else if (!schema.preservesUnknown() && !isOfEveryObject(schema, name)) {
            fault(path, "has no property " + name);
          }
        });
    return true;
  }

  private static boolean isOfEveryObject(Schema schema, Object name) {
    return schema.says("x-kubernetes-embedded-resource")
        && Set.of("apiVersion", "kind", "metadata").contains(name);
  }

  private boolean list(String path, List<?> list, Schema schema) {
    bounds(path, list.size(), schema, "minItems", "maxItems", " items");
    Schema items = schema.items();
    for (int i = 0; items != null && i < list.size(); i++) {
      value(path + "[" + i + "]", list.get(i), items);
    }
    Set<Object> seen = new HashSet<>();
    for (Object item : list) {
      if (!seen.add(identity(item, schema))) {
        fault(path, "has " + show(identity(item, schema)) + " twice");
      }
    }
    return true;
  }

  /** What tells an item from others; for a list where all may be the same, itself alone. */
  private static Object identity(Object item, Schema list) {
    Object kind = list.keyword("x-kubernetes-list-type").orElse("atomic");
    if (kind.equals("set")) {
      return item;
    }
    Map<Object, Object> keys = new TreeMap<>();
    if (kind.equals("map")
        && item instanceof Map<?, ?> map
        && list.keyword("x-kubernetes-list-map-keys").orElse(List.of()) instanceof List<?> names) {
      names.stream().filter(map::containsKey).forEach(name -> keys.put(name, map.get(name)));
    }
    return keys.isEmpty() ? new Object() : keys;
  }

  private boolean text(String path, String text, Schema schema) {
    bounds(
        path,
        text.codePointCount(0, text.length()),
        schema,
        "minLength",
        "maxLength",
        " characters");
    schema
        .keyword("pattern")
        .map(String.class::cast)
        .filter(pattern -> !matches(pattern, text))
        .ifPresent(pattern -> fault(path, show(text) + " does not match " + pattern));
    schema
        .keyword("format")
        .map(Object::toString)
        .filter(format -> !Formats.accepts(format, text))
        .ifPresent(format -> fault(path, show(text) + " has not the format " + format));
    return true;
  }

  /** What Java reads otherwise than Go is left to the API server. */
  private static boolean matches(String pattern, String text) {
    if (GO_ONLY.matcher(pattern).find()) {
      return true;
    }
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException knownToGoAlone) {
      return true;
    }
  }

  private boolean number(String path, Object value, Schema schema) {
    BigDecimal number = new BigDecimal(value.toString());
    bounds(path, number, schema, "minimum", "maximum", "");
    schema
        .keyword("multipleOf")
        .filter(of -> number.remainder(new BigDecimal(of.toString())).signum() != 0)
        .ifPresent(of -> fault(path, number + " is no multiple of " + of));
    if (schema.keyword("format").equals(java.util.Optional.of("int32"))
        && value instanceof Long big
        && big.intValue() != big) {
      fault(path, number + " is beyond 32 bits");
    }
    return true;
  }

  private void bounds(
      String path, int size, Schema schema, String least, String most, String unit) {
    bounds(path, BigDecimal.valueOf(size), schema, least, most, unit);
  }

  private void bounds(
      String path, BigDecimal size, Schema schema, String least, String most, String unit) {
    schema
        .keyword(least)
        .map(limit -> size.compareTo(new BigDecimal(limit.toString())))
        .filter(c -> c < 0 || (c == 0 && schema.says("exclusiveMinimum")))
        .ifPresent(
            c ->
                fault(
                    path, size + unit + " is below " + least + " " + schema.keywords().get(least)));
    schema
        .keyword(most)
        .map(limit -> size.compareTo(new BigDecimal(limit.toString())))
        .filter(c -> c > 0 || (c == 0 && schema.says("exclusiveMaximum")))
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
