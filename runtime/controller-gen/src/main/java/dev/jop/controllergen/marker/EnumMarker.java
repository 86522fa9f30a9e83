package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.schema.ValueCheck;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.HashSet;
import java.util.List;

/** The values that a string, a number or a boolean may have. */
final class EnumMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    if (schema.type() == SchemaType.OBJECT || schema.type() == SchemaType.ARRAY) {
      throw new MisuseException("needs a plain value, not one of type " + schema.type());
    }
    if (!schema.accepted().isEmpty()) {
      throw new MisuseException("the Java enum says already which values there are");
    }
    List<Object> values =
        use.texts("value").stream()
            .map(text -> LiteralMarker.literal(text, schema.type()))
            .toList();
    if (values.isEmpty()) {
      throw new MisuseException("needs at least one value");
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw new MisuseException("has a value twice in " + values);
    }
    for (Object value : values) {
      List<String> faults = ValueCheck.faults(value, schema);
      if (!faults.isEmpty()) {
        throw new MisuseException(String.join("; ", faults));
      }
    }
    return schema.with("enum", values);
  }
}
