package dev.jop.controllergen.type;

import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.PropertyNamingStrategies.NamingBase;
import tools.jackson.databind.annotation.JsonNaming;

/** The names of properties in JSON, as Jackson chooses them. */
final class JacksonNames {
  private static final Set<String> NAMING =
      Set.of(JsonProperty.class.getName(), JsonGetter.class.getName(), JsonSetter.class.getName());

  private static final Map<String, NamingBase> STRATEGIES =
      Map.of(
          "SnakeCaseStrategy", new PropertyNamingStrategies.SnakeCaseStrategy(),
          "UpperSnakeCaseStrategy", new PropertyNamingStrategies.UpperSnakeCaseStrategy(),
          "LowerCamelCaseStrategy", new PropertyNamingStrategies.LowerCamelCaseStrategy(),
          "UpperCamelCaseStrategy", new PropertyNamingStrategies.UpperCamelCaseStrategy(),
          "LowerCaseStrategy", new PropertyNamingStrategies.LowerCaseStrategy(),
          "KebabCaseStrategy", new PropertyNamingStrategies.KebabCaseStrategy(),
          "LowerDotCaseStrategy", new PropertyNamingStrategies.LowerDotCaseStrategy());

  private JacksonNames() {}

  /** Returns the name that an annotation gives. */
  static Optional<String> explicit(List<AnnotationUse> annotations) {
    return annotations.stream()
        .filter(use -> NAMING.contains(use.qualifiedName()))
        .map(use -> use.text("value"))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /** Returns whether an annotation makes a property of what is not one by itself. */
  static boolean isExplicit(List<AnnotationUse> annotations) {
    return annotations.stream().anyMatch(use -> NAMING.contains(use.qualifiedName()));
  }

  /** Returns the name that an annotation gives, or the one that follows from the member's name. */
  static String name(
      List<AnnotationUse> annotations, String implicit, TypeElement owner, Sources sources) {
    return explicit(annotations)
        .orElseGet(
            () -> {
              NamingBase strategy = strategy(owner, sources);
              return strategy == null ? implicit : strategy.nameForField(null, null, implicit);
            });
  }

  private static @org.jspecify.annotations.Nullable NamingBase strategy(
      TypeElement owner, Sources sources) {
    Optional<AnnotationUse> naming =
        AnnotationUse.find(owner, JsonNaming.class, sources.elements());
    if (naming.isEmpty()) {
      return owner.getSuperclass() instanceof DeclaredType above
          ? strategy((TypeElement) above.asElement(), sources)
          : null;
    }
    String name = naming.get().text("value");
    NamingBase strategy = STRATEGIES.get(name.substring(name.lastIndexOf('.') + 1));
    if (strategy == null) {
      sources
          .problems()
          .error(
              naming.get(),
              "the names that " + name + " makes cannot be told; use one of Jackson's own");
    }
    return strategy;
  }
}
