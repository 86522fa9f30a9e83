package dev.jop.controllergen.type;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.markers.validation.SchemaType;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What Jackson's annotations mean for a schema.
 *
 * <p>Those that change what JSON looks like and are not understood here are errors, since the
 * schema would be wrong.
 */
final class JacksonRules {
  private static final Set<String> UNDERSTOOD =
      Stream.of(
              JsonAlias.class,
              JsonAnyGetter.class,
              JsonAnySetter.class,
              JsonClassDescription.class,
              JsonCreator.class,
              JsonEnumDefaultValue.class,
              JsonFormat.class,
              JsonGetter.class,
              JsonIgnore.class,
              JsonIgnoreProperties.class,
              JsonInclude.class,
              JsonNaming.class,
              JsonProperty.class,
              JsonPropertyDescription.class,
              JsonPropertyOrder.class,
              JsonRootName.class,
              JsonSetter.class,
              JsonSubTypes.class,
              JsonTypeInfo.class,
              JsonTypeName.class,
              JsonUnwrapped.class,
              JsonValue.class)
          .map(Class::getName)
          .collect(Collectors.toSet());

  private JacksonRules() {}

  static boolean isIgnored(List<AnnotationUse> annotations) {
    return annotations.stream().anyMatch(use -> use.is(JsonIgnore.class) && use.flag("value"));
  }

  /** Returns the properties that a type itself says are not there. */
  static Set<String> ignored(TypeElement type, Sources sources) {
    return AnnotationUse.find(type, JsonIgnoreProperties.class, sources.elements())
        .map(use -> Set.copyOf(use.texts("value")))
        .orElse(Set.of());
  }

  /** Returns whether an object of the type holds what no property of it does. */
  static boolean isOpen(TypeElement type) {
    return type.getEnclosedElements().stream()
        .anyMatch(member -> has(member, JsonAnySetter.class) || has(member, JsonAnyGetter.class));
  }

  /** Returns the member whose value stands for the whole object, if there is one. */
  static Optional<Element> valueMember(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(member -> has(member, JsonValue.class))
        .map(Element.class::cast)
        .findFirst();
  }

  static boolean has(Element element, Class<? extends Annotation> annotation) {
    return element.getAnnotation(annotation) != null;
  }

  /**
   * Reports what is not understood on a type and its members, once for a component of a record,
   * whose annotations the compiler puts on its field and its accessor.
   */
  static void check(TypeElement type, Sources sources) {
    checkElement(type, new HashSet<>(), sources);
    Set<String> told = new HashSet<>();
    type.getEnclosedElements().stream()
        .filter(member -> !(member instanceof TypeElement))
        .forEach(member -> checkElement(member, told, sources));
  }

  private static void checkElement(Element element, Set<String> told, Sources sources) {
    if (has(element, SchemaType.class)) {
      return;
    }
    for (AnnotationUse use : AnnotationUse.all(element, element, sources.elements())) {
      fault(use)
          .filter(fault -> told.add(element.getSimpleName() + " " + use.qualifiedName()))
          .ifPresent(fault -> sources.problems().error(use, fault));
    }
  }

  private static Optional<String> fault(AnnotationUse use) {
    String name = use.qualifiedName();
    if (!name.startsWith("com.fasterxml.jackson.") && !name.startsWith("tools.jackson.")) {
      return Optional.empty();
    }
    if (name.startsWith("com.fasterxml.jackson.databind.")) {
      return Optional.of("is of Jackson 2, which the client does not use; use tools.jackson's");
    }
    if ((use.is(JsonTypeInfo.class) || use.is(JsonSubTypes.class))
        && !(use.element() instanceof TypeElement)) {
      return Optional.of("belongs on the type itself, so that all its values are told alike");
    }
    if (use.is(JsonSerialize.class) || use.is(JsonDeserialize.class)) {
      return Optional.of("makes the JSON something else; say with @SchemaType what it is");
    }
    if (!UNDERSTOOD.contains(name)) {
      return Optional.of("changes the JSON in a way that the schema cannot follow; leave it out");
    }
    boolean ofEnum =
        enclosing(use).filter(outer -> outer.getKind() == ElementKind.ENUM).isPresent();
    if (use.is(JsonValue.class) && ofEnum) {
      return Optional.of("cannot be told from the source; name the constants with @JsonProperty");
    }
    if (use.is(JsonCreator.class)
        && isDelegating(use)
        && enclosing(use).flatMap(outer -> valueMember((TypeElement) outer)).isEmpty()) {
      return Optional.of(
          "a value made from another value is not supported without @JsonValue; name the parameter with"
              + " @JsonProperty");
    }
    return Optional.empty();
  }

  private static Optional<Element> enclosing(AnnotationUse use) {
    return Optional.ofNullable(use.element().getEnclosingElement());
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
