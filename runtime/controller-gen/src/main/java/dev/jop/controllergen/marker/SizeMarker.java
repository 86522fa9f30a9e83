package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;

/** The least or the greatest size of a string, a list or an object. */
record SizeMarker(String keyword, SchemaType type) implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    boolean text = type == SchemaType.STRING && schema.type() == SchemaType.INT_OR_STRING;
    if (schema.type() != type && !text) {
      throw new MisuseException("needs a value of type " + type + ", not " + schema.type());
    }
    long limit = use.number("value").longValue();
    if (limit < 0) {
      throw new MisuseException(limit + " is negative");
    }
    return schema.with(keyword, limit);
  }
}
