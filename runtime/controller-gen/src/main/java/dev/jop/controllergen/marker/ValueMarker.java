package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.AnnotationUse;

/** What one kind of annotation does to the schema of the value that it stands on. */
@FunctionalInterface
interface ValueMarker {

  /**
   * Returns the schema with what the annotation says.
   *
   * @throws MisuseException when the annotation does not fit the schema, or says something
   *     impossible
   */
  Schema apply(AnnotationUse use, Schema schema);
}
