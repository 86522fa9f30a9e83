package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;

/** An object of which the API server keeps also what its schema does not know. */
final class PreserveUnknownFieldsMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    if (schema.type() != SchemaType.OBJECT && schema.type() != SchemaType.ANY) {
      throw new MisuseException("needs an object, not a value of type " + schema.type());
    }
    return schema.with(Schema.PRESERVE_UNKNOWN, true);
  }
}
