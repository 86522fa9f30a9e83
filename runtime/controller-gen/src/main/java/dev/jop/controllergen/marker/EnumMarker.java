package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.HashSet;
import java.util.List;

/** The values that a string may have. */
final class EnumMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    if (schema.type() != SchemaType.STRING) {
      throw new MisuseException("needs a string, not a value of type " + schema.type());
    }
    if (!schema.accepted().isEmpty()) {
      throw new MisuseException("the Java enum says already which values there are");
    }
    List<String> values = use.texts("value");
    if (values.isEmpty()) {
      throw new MisuseException("needs at least one value");
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw new MisuseException("has a value twice in " + values);
    }
    return schema.with("enum", values);
  }
}
