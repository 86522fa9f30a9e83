package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.JsonText;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.schema.ValueCheck;
import dev.jop.controllergen.source.AnnotationUse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A value that fits the schema which it stands in: a default, or an example. */
record LiteralMarker(String keyword) implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    Object value = literal(use.text("value"), schema.type());
    List<String> faults = ValueCheck.faults(value, schema);
    if (!faults.isEmpty()) {
      throw new MisuseException(String.join("; ", faults));
    }
    return schema.with(keyword, value);
  }

  /** The value of a text: the text itself for a string, else JSON, or what YAML says shorter. */
  static Object literal(String text, SchemaType type) {
    if (type == SchemaType.STRING) {
      return text;
    }
    try {
      return JsonText.parse(text);
    } catch (IllegalArgumentException notJson) {
      return normal(parseYaml(text));
    }
  }

  private static @Nullable Object parseYaml(String text) {
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(text);
    } catch (YamlEngineException wrong) {
      throw new MisuseException(text + " is not JSON");
    }
  }

  private static Object normal(@Nullable Object value) {
    if (value == null) {
      throw new MisuseException("null is no value here");
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> entries = new TreeMap<>();
      map.forEach((name, inner) -> entries.put(String.valueOf(name), normal(inner)));
      return entries;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(LiteralMarker::normal).toList();
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number);
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value instanceof Long || value instanceof Boolean ? value : value.toString();
  }
}
