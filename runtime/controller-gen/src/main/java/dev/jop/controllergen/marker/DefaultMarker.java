package dev.jop.controllergen.marker;

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

/** The value of a property that is absent. */
final class DefaultMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    String text = use.text("value");
    Object value = schema.type() == SchemaType.STRING ? text : parse(text);
    List<String> faults = ValueCheck.faults(value, schema);
    if (!faults.isEmpty()) {
      throw new MisuseException(String.join("; ", faults));
    }
    return schema.with("default", value);
  }

  private static Object parse(String text) {
    Object value;
    try {
      value = new Load(LoadSettings.builder().build()).loadFromString(text);
    } catch (YamlEngineException wrong) {
      throw new MisuseException(text + " is not JSON");
    }
    return normal(value);
  }

  private static Object normal(@Nullable Object value) {
    if (value == null) {
      throw new MisuseException("null is no default");
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> entries = new TreeMap<>();
      map.forEach((name, inner) -> entries.put(String.valueOf(name), normal(inner)));
      return entries;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(DefaultMarker::normal).toList();
    }
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number);
    }
    return value instanceof Integer || value instanceof Long || value instanceof Boolean
        ? value
        : value.toString();
  }
}
