package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;

/** An object that is a whole Kubernetes object; of others the API server would keep nothing. */
final class EmbeddedResourceMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    if (schema.type() != SchemaType.OBJECT || schema.additional() != null) {
      throw new MisuseException(
          "needs an object with properties, not a "
              + (schema.type() == SchemaType.OBJECT ? "map" : "value of type " + schema.type()));
    }
    if (schema.properties().isEmpty() && !schema.preservesUnknown()) {
      throw new MisuseException(
          "the API server would keep nothing of the object; add @PreserveUnknownFields");
    }
    return schema.with("x-kubernetes-embedded-resource", true);
  }
}
