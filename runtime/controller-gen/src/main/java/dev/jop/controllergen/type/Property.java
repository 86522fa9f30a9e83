package dev.jop.controllergen.type;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.jop.controllergen.source.AnnotationUse;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A named value inside an object, as Jackson reads and writes it.
 *
 * @param name its name in JSON
 * @param type its Java type
 * @param site where to report what is wrong with it
 * @param annotations what stands on its component, field, getter, setter and type, each once
 * @param description what its Javadoc says
 * @param scope what the type parameters stand for in its type
 */
record Property(
    String name,
    TypeMirror type,
    Element site,
    List<AnnotationUse> annotations,
    String description,
    TypeScope scope) {
  private static final List<String> OPTIONALS =
      List.of(
          "java.util.Optional",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.OptionalDouble");

  Property in(TypeScope itsScope) {
    return new Property(name, type, site, annotations, description, itsScope);
  }

  Optional<AnnotationUse> annotation(Class<? extends Annotation> type) {
    return annotations.stream().filter(use -> use.is(type)).findFirst();
  }

  boolean has(Class<? extends Annotation> type) {
    return annotation(type).isPresent();
  }

  /** Whether its own properties stand in the object directly. */
  boolean isUnwrapped() {
    return annotation(JsonUnwrapped.class).filter(use -> use.flag("enabled")).isPresent();
  }

  /** Whether Java knows its absence: it may be null, or is an Optional. */
  boolean mayBeAbsent() {
    return annotations.stream().anyMatch(use -> use.name().equals("Nullable"))
        || (type instanceof DeclaredType declared
            && OPTIONALS.contains(
                ((TypeElement) declared.asElement()).getQualifiedName().toString()));
  }
}
