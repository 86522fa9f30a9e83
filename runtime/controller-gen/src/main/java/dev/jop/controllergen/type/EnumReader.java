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
    JacksonRules.check(type, sources);
    List<String> values =
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
            .map(
                constant ->
                    JacksonRules.name(
                        AnnotationUse.all(constant, constant, sources.elements()),
                        constant.getSimpleName().toString()))
            .toList();
    if (values.isEmpty()) {
      sources.problems().error(type, "an enum without constants accepts no value");
    }
    return Schema.of(SchemaType.STRING)
        .with("enum", values)
        .describedAs(sources.javadoc(type).description());
  }
}
