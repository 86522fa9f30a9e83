package dev.jop.controllergen.type;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads a Java enum as a string with the values that Jackson writes. */
final class EnumReader {

  private EnumReader() {}

  static Schema read(TypeElement type, Sources sources) {
    return Schema.of(SchemaType.STRING)
        .with("enum", names(type, sources))
        .describedAs(sources.javadoc(type).description());
  }

  /** The names of the constants in JSON. */
  static List<String> names(TypeElement type, Sources sources) {
    JacksonRules.check(type, sources);
    List<String> names =
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
            .map(
                constant ->
                    JacksonNames.explicit(AnnotationUse.all(constant, constant, sources.elements()))
                        .orElse(constant.getSimpleName().toString()))
            .toList();
    if (names.isEmpty()) {
      sources.problems().error(type, "an enum without constants accepts no value");
    }
    return names;
  }
}
