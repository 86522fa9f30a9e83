package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.AnnotationUse;

/** A value that stays as it is. */
final class ImmutableMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    ValidationMarker.requireType(schema);
    return schema.withRule(Rule.of("self == oldSelf", "field is immutable", use));
  }
}
