package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.AnnotationUse;

/** The least or the greatest number. */
record BoundMarker(String keyword, String exclusiveKeyword) implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    Schema bounded = new NumberMarker(keyword, false).apply(use, schema);
    return use.flag("exclusive") ? bounded.with(exclusiveKeyword, true) : bounded;
  }
}
