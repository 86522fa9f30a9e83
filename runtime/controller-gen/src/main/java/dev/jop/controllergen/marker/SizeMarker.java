package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;

/** The least or the greatest size of a string or a list. */
record SizeMarker(String keyword, SchemaType type) implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    if (schema.type() != type) {
      throw new MisuseException("needs a value of type " + type + ", not " + schema.type());
    }
    long limit = use.number("value").longValue();
    if (limit < 0) {
      throw new MisuseException(limit + " is negative");
    }
    return schema.with(keyword, limit);
  }
}
