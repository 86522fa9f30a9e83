package dev.jop.controllergen.type;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * What Jackson's annotations mean for a schema.
 *
 * <p>Those that change what JSON looks like and are not understood here are errors, since the
 * schema would be wrong.
 */
final class JacksonRules {
  private static final Set<String> UNDERSTOOD =
      Set.of(
          JsonAlias.class.getName(),
          JsonCreator.class.getName(),
          JsonEnumDefaultValue.class.getName(),
          JsonIgnore.class.getName(),
          JsonIgnoreProperties.class.getName(),
          JsonInclude.class.getName(),
          JsonProperty.class.getName(),
          JsonPropertyDescription.class.getName(),
          JsonPropertyOrder.class.getName());

  private JacksonRules() {}

  /** Returns the name that an annotation gives, or the implicit one. */
  static String name(List<AnnotationUse> annotations, String implicit) {
    return annotations.stream()
        .filter(use -> use.is(JsonProperty.class))
        .map(use -> use.text("value"))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(implicit);
  }

  /** Returns whether an annotation makes a property of what is not one by itself. */
  static boolean isExplicit(List<AnnotationUse> annotations) {
    return annotations.stream().anyMatch(use -> use.is(JsonProperty.class));
  }

  static boolean isIgnored(List<AnnotationUse> annotations) {
    return annotations.stream().anyMatch(use -> use.is(JsonIgnore.class) && use.flag("value"));
  }

  /** Reports what is not understood on a type and its members. */
  static void check(TypeElement type, Sources sources) {
    checkElement(type, sources);
    type.getEnclosedElements().stream()
        .filter(member -> !(member instanceof TypeElement))
        .forEach(member -> checkElement(member, sources));
  }

  private static void checkElement(Element element, Sources sources) {
    for (AnnotationUse use : AnnotationUse.all(element, element, sources.elements())) {
      fault(use).ifPresent(fault -> sources.problems().error(use, fault));
    }
  }

  private static Optional<String> fault(AnnotationUse use) {
    String name = use.qualifiedName();
    if (!name.startsWith("com.fasterxml.jackson.") && !name.startsWith("tools.jackson.")) {
      return Optional.empty();
    }
    if (!UNDERSTOOD.contains(name)) {
      return Optional.of("changes the JSON in a way that the schema cannot follow; leave it out");
    }
    if (use.is(JsonIgnoreProperties.class) && !use.texts("value").isEmpty()) {
      return Optional.of("put @JsonIgnore on the properties instead");
    }
    if (use.is(JsonCreator.class) && isDelegating(use)) {
      return Optional.of(
          "a value made from another value is not supported; name the parameter with @JsonProperty");
    }
    return Optional.empty();
  }

  private static boolean isDelegating(AnnotationUse creator) {
    if (creator.text("mode").equals("DELEGATING")) {
      return true;
    }
    return !creator.text("mode").equals("PROPERTIES")
        && creator.element() instanceof ExecutableElement maker
        && maker.getParameters().size() == 1
        && maker.getParameters().get(0).getAnnotation(JsonProperty.class) == null;
  }
}
