package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.Locale;

/** How server-side apply merges a map, or an object with properties. */
final class MapTypeMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    if (schema.type() != SchemaType.OBJECT) {
      throw new MisuseException("needs an object, not a value of type " + schema.type());
    }
    return schema.with("x-kubernetes-map-type", use.text("value").toLowerCase(Locale.ROOT));
  }
}
