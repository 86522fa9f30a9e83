package dev.jop.controllergen.type;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.List;
import java.util.Optional;

/** What Jackson's {@code @JsonFormat} does to the JSON of a value. */
final class JsonShape {

  private JsonShape() {}

  /** Returns the schema of the value in its shape; empty after an error. */
  static Optional<Schema> apply(List<AnnotationUse> uses, Schema schema, Sources sources) {
    Optional<AnnotationUse> format =
        uses.stream().filter(use -> use.is(JsonFormat.class)).findFirst();
    if (format.isEmpty()) {
      return Optional.of(schema);
    }
    String shape = format.get().text("shape");
    boolean plain =
        switch (schema.type()) {
          case STRING, INTEGER, NUMBER, BOOLEAN -> true;
          default -> false;
        };
    boolean timed = schema.type() == SchemaType.STRING && schema.accepted().isEmpty();
    if (plain && shape.equals("STRING") && schema.type() != SchemaType.STRING) {
      return Optional.of(Schema.of(SchemaType.STRING).describedAs(description(schema)));
    }
    if (timed && (shape.equals("ANY") || shape.equals("STRING"))) {
      return Optional.of(
          format.get().text("pattern").isEmpty()
              ? schema
              : Schema.of(SchemaType.STRING).describedAs(description(schema)));
    }
    if (shape.equals("ANY") || (plain && shape.equals("STRING"))) {
      return Optional.of(schema);
    }
    sources
        .problems()
        .error(format.get(), "the shape " + shape + " is not that of the type; leave it out");
    return Optional.empty();
  }

  private static String description(Schema schema) {
    return schema.keyword("description").map(Object::toString).orElse("");
  }
}
