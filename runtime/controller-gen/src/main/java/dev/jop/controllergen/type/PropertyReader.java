package dev.jop.controllergen.type;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.annotation.JsonSetter;
import dev.jop.controllergen.marker.Markers;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Javadoc;
import dev.jop.controllergen.source.Sources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the properties of a record or a class, as Jackson does with the settings of fabric8. */
final class PropertyReader {
  private final Sources sources;

  PropertyReader(Sources sources) {
    this.sources = sources;
  }

  /**
   * Returns the properties that a type itself declares; those of its superclass are not among them.
   */
  List<Property> read(TypeElement type) {
    JacksonRules.check(type, sources);
    Set<String> ignored = JacksonRules.ignored(type, sources);
    List<Property> properties =
        type.getKind() == ElementKind.RECORD ? ofRecord(type) : ofClass(type);
    return properties.stream().filter(property -> !ignored.contains(property.name())).toList();
  }

  private List<Property> ofRecord(TypeElement type) {
    Javadoc javadoc = sources.javadoc(type);
    List<Property> properties = new ArrayList<>();
    Map<String, List<Accessor>> members = accessors(type);
    for (RecordComponentElement component : type.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      List<Accessor> own = members.getOrDefault(name, List.of());
      members.remove(name);
      Element site = site(own);
      AnnotationsOfProperty annotations = new AnnotationsOfProperty(sources, site);
      annotations.addAllOf(site);
      annotations.addAllOf(site, component);
      own.forEach(accessor -> annotations.addAllOf(site, accessor.element()));
      annotations.addAllOf(site, component.asType());
      if (!JacksonRules.isIgnored(annotations.all())) {
        String description = javadoc.parameters().getOrDefault(name, "");
        properties.add(
            property(type, name, site, annotations.all(), component.asType(), description));
      }
    }
    members.values().forEach(this::rejectGetterOfRecord);
    return properties;
  }

  /** Jackson writes a record's getters too, which nobody expects; so it must be said. */
  private void rejectGetterOfRecord(List<Accessor> accessors) {
    for (Accessor accessor : accessors) {
      AnnotationsOfProperty annotations = new AnnotationsOfProperty(sources, accessor.element());
      annotations.addAllOf(accessor.element());
      boolean written = accessor.visible() && accessor.isGetter();
      if (JacksonRules.isIgnored(annotations.all())) {
        continue;
      }
      if (written || JacksonNames.isExplicit(annotations.all())) {
        sources
            .problems()
            .error(
                accessor.element(),
                "Jackson writes this as the property "
                    + accessor.property()
                    + ", which is no component of the record; rename it or add @JsonIgnore");
      }
      rejectMarkers(annotations.all());
    }
  }

  private List<Property> ofClass(TypeElement type) {
    List<Property> properties = new ArrayList<>();
    accessors(type)
        .forEach((name, accessors) -> ofClass(type, name, accessors).ifPresent(properties::add));
    return properties;
  }

  private Optional<Property> ofClass(TypeElement type, String implicit, List<Accessor> accessors) {
    accessors.sort(Comparator.comparingInt(Accessor::rank));
    Element site = site(accessors);
    AnnotationsOfProperty collected = new AnnotationsOfProperty(sources, site);
    for (Accessor accessor : accessors) {
      collected.addAllOf(accessor.element());
      collected.addAllOf(accessor.element(), accessor.type());
    }
    List<AnnotationUse> annotations = collected.all();
    if (JacksonRules.isIgnored(annotations)) {
      return Optional.empty();
    }
    boolean explicit = JacksonNames.isExplicit(annotations);
    if (!explicit && accessors.stream().noneMatch(Accessor::visible)) {
      rejectMarkers(annotations);
      return Optional.empty();
    }
    if (!explicit && accessors.stream().allMatch(Accessor::isGetter) && !inherits(type, implicit)) {
      sources
          .problems()
          .error(
              site,
              "Jackson writes this getter as the property "
                  + implicit
                  + ", which nothing sets; add @JsonIgnore, or @JsonProperty if that is meant");
    }
    TypeMirror valueType = accessors.get(0).type();
    return Optional.of(property(type, implicit, site, annotations, valueType, doc(accessors)));
  }

  /** Whether a superclass has the property, so that a getter here only overrides one there. */
  private static boolean inherits(TypeElement type, String property) {
    TypeMirror superclass = type.getSuperclass();
    return superclass instanceof DeclaredType declared
        && (accessors((TypeElement) declared.asElement()).containsKey(property)
            || inherits((TypeElement) declared.asElement(), property));
  }

  private Property property(
      TypeElement owner,
      String implicit,
      Element site,
      List<AnnotationUse> annotations,
      TypeMirror type,
      String javadoc) {
    String description =
        annotations.stream()
            .filter(use -> javadoc.isEmpty() && use.is(JsonPropertyDescription.class))
            .map(use -> use.text("value"))
            .findFirst()
            .orElse(javadoc);
    String name = JacksonNames.name(annotations, implicit, owner, sources);
    return new Property(name, type, site, annotations, description, TypeScope.EMPTY);
  }

  /** Members by the property they lead to; one without prefix counts only if it is said to. */
  private static Map<String, List<Accessor>> accessors(TypeElement type) {
    Set<Element> ofComponents = new HashSet<>();
    type.getRecordComponents().forEach(component -> ofComponents.add(component.getAccessor()));
    Map<String, List<Accessor>> accessors = new LinkedHashMap<>();
    for (Element member : type.getEnclosedElements()) {
      if (JacksonRules.has(member, JsonAnySetter.class)
          || JacksonRules.has(member, JsonAnyGetter.class)) {
        continue;
      }
      boolean ofComponent = ofComponents.contains(member);
      Optional<Accessor> accessor =
          ofComponent ? Optional.of(Accessor.ofComponent(member)) : Accessor.of(member);
      accessor
          .filter(a -> a.rank() < Accessor.UNPREFIXED || ofComponent || isAnnotated(member))
          .ifPresent(
              a -> accessors.computeIfAbsent(a.property(), name -> new ArrayList<>()).add(a));
    }
    return accessors;
  }

  private static boolean isAnnotated(Element member) {
    return JacksonRules.has(member, JsonProperty.class)
        || JacksonRules.has(member, JsonGetter.class)
        || JacksonRules.has(member, JsonSetter.class)
        || JacksonRules.has(member, JsonIgnore.class);
  }

  /**
   * Errors are shown at the field if there is one, since that is where the annotations mostly are.
   */
  private static Element site(List<Accessor> accessors) {
    return accessors.stream()
        .filter(accessor -> !accessor.isMethod())
        .findFirst()
        .orElse(accessors.get(0))
        .element();
  }

  /** The Javadoc of the field, else of the getter, else of the setter. */
  private String doc(List<Accessor> accessors) {
    return accessors.stream()
        .sorted(Comparator.comparing(Accessor::isMethod))
        .map(accessor -> sources.javadoc(accessor.element()).description())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private void rejectMarkers(List<AnnotationUse> annotations) {
    annotations.stream()
        .filter(Markers::isForValues)
        .forEach(
            use ->
                sources
                    .problems()
                    .error(
                        use,
                        "does not stand on a property: Jackson neither reads nor writes this"));
  }
}
