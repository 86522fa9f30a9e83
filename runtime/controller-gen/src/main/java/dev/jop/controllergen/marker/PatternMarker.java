package dev.jop.controllergen.marker;

import dev.jop.controllergen.regex.Regex;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;

/** The regular expression that a string must contain. */
final class PatternMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    return pattern(use.text("value"), schema);
  }

  /** Returns the schema with a pattern, if the API server understands that. */
  static Schema pattern(String pattern, Schema schema) {
    if (schema.type() != SchemaType.STRING && schema.type() != SchemaType.INT_OR_STRING) {
      throw new MisuseException("needs a string, not a value of type " + schema.type());
    }
    Regex.fault(pattern)
        .ifPresent(
            fault -> {
              throw new MisuseException(
                  "the API server (RE2) cannot read " + pattern + ": " + fault);
            });
    return schema.with("pattern", pattern);
  }
}
