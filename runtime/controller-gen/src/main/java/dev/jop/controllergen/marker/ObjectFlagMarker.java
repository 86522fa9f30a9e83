package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;

/** Something that is true for an object. */
record ObjectFlagMarker(String keyword) implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    if (schema.type() != SchemaType.OBJECT && schema.type() != SchemaType.ANY) {
      throw new MisuseException("needs an object, not a value of type " + schema.type());
    }
    return schema.with(keyword, true);
  }
}
