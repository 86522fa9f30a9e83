package dev.jop.controllergen.cel;

import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A schema of {@code schemas.yaml}, with rules at the place that is meant for them. */
record RuledSchema(Map<String, Object> tree) {
  private static final String RULES = "x-kubernetes-validations";
  private static final Map<String, Object> ALL = load();

  static RuledSchema of(String name, List<Map<String, Object>> rules) {
    Object schema = Objects.requireNonNull(ALL.get(name), () -> "no schema " + name);
    return new RuledSchema(tree(ruled(schema, rules)));
  }

  /** Returns the schema as the generator has it. */
  Schema schema() {
    return schema(tree);
  }

  private static Map<String, Object> load() {
    try (InputStream in = RuledSchema.class.getResourceAsStream("/cel/schemas.yaml")) {
      return tree(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> tree(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  private static Object ruled(Object node, List<Map<String, Object>> rules) {
    if (!(node instanceof Map<?, ?> map)) {
      return node;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            copy.put(String.valueOf(key), key.equals(RULES) ? rules : ruled(value, rules)));
    return copy;
  }

  private static Schema schema(Map<String, Object> tree) {
    TreeMap<String, Object> keywords = new TreeMap<>(tree);
    List.of("type", "properties", "required", "items", "additionalProperties", RULES)
        .forEach(keywords::remove);
    TreeMap<String, Schema> properties = new TreeMap<>();
    if (tree.get("properties") instanceof Map<?, ?> named) {
      named.forEach((name, value) -> properties.put(String.valueOf(name), schema(tree(value))));
    }
    TreeSet<String> required = new TreeSet<>();
    if (tree.get("required") instanceof List<?> names) {
      names.forEach(name -> required.add(String.valueOf(name)));
    }
    return new Schema(
        type(tree),
        keywords,
        rules(tree),
        properties,
        required,
        tree.get("items") == null ? null : schema(tree(tree.get("items"))),
        tree.get("additionalProperties") == null
            ? null
            : schema(tree(tree.get("additionalProperties"))),
        List.of());
  }

  private static SchemaType type(Map<String, Object> tree) {
    if (Boolean.TRUE.equals(tree.get("x-kubernetes-int-or-string"))) {
      return SchemaType.INT_OR_STRING;
    }
    Object type = tree.get("type");
    return type == null
        ? SchemaType.ANY
        : SchemaType.valueOf(type.toString().toUpperCase(Locale.ROOT));
  }

  /** Returns the rules, each with its index as its origin. */
  private static List<Rule> rules(Map<String, Object> tree) {
    List<Rule> rules = new ArrayList<>();
    if (tree.get(RULES) instanceof List<?> trees) {
      for (Object rule : trees) {
        Rule read = Rule.parse((Map<?, ?>) rule);
        rules.add(
            new Rule(
                read.rule(),
                read.message(),
                read.messageExpression(),
                read.reason(),
                read.fieldPath(),
                read.optionalOldSelf(),
                rules.size()));
      }
    }
    return rules;
  }
}
