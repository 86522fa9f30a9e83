package dev.jop.controllergen.type;

import dev.jop.controllergen.source.AnnotationUse;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A named value inside an object, as Jackson reads and writes it.
 *
 * @param name its name in JSON
 * @param type its Java type
 * @param site where to report what is wrong with it
 * @param annotations what stands on its component, field, getter, setter and type, each once
 * @param description what its Javadoc says
 */
record Property(
    String name,
    TypeMirror type,
    Element site,
    List<AnnotationUse> annotations,
    String description) {

  Optional<AnnotationUse> annotation(Class<? extends Annotation> type) {
    return annotations.stream().filter(use -> use.is(type)).findFirst();
  }

  /** Whether an annotation called Nullable stands on it, whoever's it is. */
  boolean isNullable() {
    return annotations.stream().anyMatch(use -> use.name().equals("Nullable"));
  }
}
