package dev.jop.controllergen.type;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads a sealed type, or one with {@code @JsonSubTypes}, as the union of its variants.
 *
 * <p>Jackson tells the variants apart as {@code @JsonTypeInfo} says: by a property with the name of
 * the variant, or by an object around it.
 */
final class UnionReader {
  private final Sources sources;
  private final ObjectReader objects;

  UnionReader(Sources sources, ObjectReader objects) {
    this.sources = sources;
    this.objects = objects;
  }

  /** Returns whether Jackson tells variants of a type apart, or would have to. */
  static boolean isUnion(TypeElement type, Sources sources) {
    return typeInfo(type, sources).isPresent() || !type.getPermittedSubclasses().isEmpty();
  }

  /** Returns the schema of any of the variants; empty after an error. */
  Optional<Schema> read(TypeElement type, Element site) {
    Optional<AnnotationUse> info = typeInfo(type, sources);
    if (info.isEmpty() && JacksonRules.has(site, JsonTypeInfo.class)) {
      return Optional.empty(); // told by JacksonRules already, that it belongs on the type
    }
    if (info.isEmpty()) {
      sources
          .problems()
          .error(
              site,
              type.getSimpleName()
                  + " needs @JsonTypeInfo, so that Jackson can tell its variants apart");
      return Optional.empty();
    }
    Map<String, TypeElement> variants = new LinkedHashMap<>();
    collect(type, info.get(), variants);
    if (variants.isEmpty()) {
      sources.problems().error(site, type.getSimpleName() + " has no variants");
      return Optional.empty();
    }
    Map<String, Schema> schemas = new LinkedHashMap<>();
    variants.forEach(
        (name, variant) ->
            objects.readVariant(variant, site).ifPresent(schema -> schemas.put(name, schema)));
    if (schemas.size() < variants.size()) {
      return Optional.empty();
    }
    try {
      return Optional.of(union(info.get(), schemas, variants));
    } catch (IllegalArgumentException impossible) {
      sources.problems().error(site, type.getSimpleName() + ": " + impossible.getMessage());
      return Optional.empty();
    }
  }

  private Schema union(
      AnnotationUse info, Map<String, Schema> schemas, Map<String, TypeElement> variants) {
    String include = info.text("include");
    if (include.equals("WRAPPER_OBJECT")) {
      return Union.wrapped(schemas);
    }
    if (!include.equals("PROPERTY") && !include.equals("EXISTING_PROPERTY")) {
      throw new IllegalArgumentException(
          "@JsonTypeInfo must include the name as PROPERTY, EXISTING_PROPERTY or WRAPPER_OBJECT");
    }
    String otherwise = info.text("defaultImpl");
    Optional<String> usual =
        variants.entrySet().stream()
            .filter(entry -> entry.getValue().getQualifiedName().contentEquals(otherwise))
            .map(Map.Entry::getKey)
            .findFirst();
    return Union.told(property(info), usual, schemas);
  }

  private String property(AnnotationUse info) {
    String property = info.text("property");
    return property.isEmpty() ? "@type" : property;
  }

  /** The annotation on a type or on what it extends, as Jackson finds it. */
  private static Optional<AnnotationUse> typeInfo(TypeElement type, Sources sources) {
    Optional<AnnotationUse> own = AnnotationUse.find(type, JsonTypeInfo.class, sources.elements());
    if (own.isPresent()) {
      return own;
    }
    for (TypeMirror above : sources.types().directSupertypes(type.asType())) {
      Optional<AnnotationUse> inherited =
          typeInfo((TypeElement) ((DeclaredType) above).asElement(), sources);
      if (inherited.isPresent()) {
        return inherited;
      }
    }
    return Optional.empty();
  }

  private void collect(TypeElement type, AnnotationUse info, Map<String, TypeElement> variants) {
    if (!type.getModifiers().contains(Modifier.ABSTRACT)) {
      variants.put(name(type, info, ""), type);
    }
    Optional<AnnotationUse> listed =
        AnnotationUse.find(type, JsonSubTypes.class, sources.elements());
    if (listed.isPresent()) {
      for (AnnotationUse subtype : listed.get().inner("value", sources.elements())) {
        TypeElement variant = sources.elements().getTypeElement(subtype.text("value"));
        if (variant != null) {
          variants.put(name(variant, info, subtype.text("name")), variant);
        }
      }
      return;
    }
    for (TypeMirror permitted : type.getPermittedSubclasses()) {
      collect((TypeElement) ((DeclaredType) permitted).asElement(), info, variants);
    }
  }

  private String name(TypeElement variant, AnnotationUse info, String given) {
    String named =
        AnnotationUse.find(variant, JsonTypeName.class, sources.elements())
            .map(use -> use.text("value"))
            .orElse("");
    String binary = sources.elements().getBinaryName(variant).toString();
    String simple = binary.substring(binary.lastIndexOf('.') + 1);
    return switch (info.text("use")) {
      case "NAME" ->
          List.of(given, named, simple).stream()
              .filter(n -> !n.isEmpty())
              .findFirst()
              .orElse(simple);
      case "SIMPLE_NAME" ->
          List.of(given, named, variant.getSimpleName().toString()).stream()
              .filter(n -> !n.isEmpty())
              .findFirst()
              .orElse(simple);
      default -> {
        sources
            .problems()
            .error(
                info,
                "the API should not know how Java tells the variants apart; use Id.NAME or Id.SIMPLE_NAME");
        yield simple;
      }
    };
  }
}
