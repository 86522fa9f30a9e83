package dev.jop.controllergen.type;

import dev.jop.controllergen.marker.Markers;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.Sources;
import dev.jop.runtime.marker.Default;
import dev.jop.runtime.marker.Required;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads a record or a class, with its superclasses, as the schema of an object. */
final class ObjectReader {
  private static final List<String> OPTIONALS =
      List.of("java.util.Optional", "java.util.OptionalInt", "java.util.OptionalLong");

  private final Sources sources;
  private final TypeOptions options;
  private final SchemaReader reader;
  private final PropertyReader propertyReader;
  private final Map<TypeElement, Optional<Schema>> read = new HashMap<>();
  private final Deque<TypeElement> open = new ArrayDeque<>();

  ObjectReader(Sources sources, TypeOptions options, SchemaReader reader) {
    this.sources = sources;
    this.options = options;
    this.reader = reader;
    this.propertyReader = new PropertyReader(sources);
  }

  /** Returns the schema of all properties; empty after an error. */
  Optional<Schema> read(TypeElement type, Element site) {
    Optional<Schema> before = read.get(type);
    if (before != null) {
      return before;
    }
    if (open.contains(type)) {
      String way =
          open.stream()
              .takeWhile(other -> !other.equals(type))
              .map(this::name)
              .collect(Collectors.joining(", "));
      sources
          .problems()
          .error(
              site,
              name(type)
                  + " contains itself"
                  + (way.isEmpty() ? "" : " through " + way)
                  + "; the schema of a CRD must have an end");
      return Optional.empty();
    }
    open.push(type);
    Optional<Schema> schema = object(properties(type, site));
    open.pop();
    Optional<Schema> described =
        schema.map(s -> s.describedAs(sources.javadoc(type).description()));
    read.put(type, described);
    return described;
  }

  Optional<Schema> ownProperties(TypeElement type) {
    List<Property> properties = new ArrayList<>();
    addNew(properties, propertyReader.read(type));
    return object(properties);
  }

  private List<Property> properties(TypeElement type, Element site) {
    List<Property> properties = new ArrayList<>();
    TypeElement current = type;
    while (!current.getQualifiedName().toString().startsWith("java.lang.")) {
      if (!current.getTypeParameters().isEmpty()) {
        sources
            .problems()
            .error(site, name(current) + " has type parameters, which is not supported");
      }
      if (options.sourcesOnly() && sources.isCompiled(current)) {
        sources
            .problems()
            .error(
                site,
                name(type)
                    + " inherits from "
                    + current.getQualifiedName()
                    + ", which is there as a class file only");
      }
      addNew(properties, propertyReader.read(current));
      TypeMirror superclass = current.getSuperclass();
      if (!(superclass instanceof DeclaredType declared)) {
        break;
      }
      current = (TypeElement) declared.asElement();
    }
    return properties;
  }

  /** What a subclass has already hides what its superclass has; twice in one class is a mistake. */
  private void addNew(List<Property> properties, List<Property> more) {
    Set<String> hidden = properties.stream().map(Property::name).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    for (Property property : more) {
      if (!seen.add(property.name())) {
        sources
            .problems()
            .error(property.site(), "there are two properties with the name " + property.name());
      } else if (!hidden.contains(property.name())) {
        properties.add(property);
      }
    }
  }

  private Optional<Schema> object(List<Property> properties) {
    Map<String, Schema> schemas = new TreeMap<>();
    TreeSet<String> required = new TreeSet<>();
    boolean complete = true;
    for (Property property : properties) {
      Optional<Schema> schema = schema(property);
      complete &= schema.isPresent();
      schema.ifPresent(s -> schemas.put(property.name(), s));
      if (isRequired(property)) {
        required.add(property.name());
      }
    }
    return complete ? Optional.of(Schema.object(schemas, required)) : Optional.empty();
  }

  private Optional<Schema> schema(Property property) {
    return reader
        .read(property.type(), property.site())
        .map(schema -> Markers.apply(property.annotations(), schema, sources.problems()))
        .map(schema -> schema.describedAs(property.description()));
  }

  private boolean isRequired(Property property) {
    Optional<?> required = property.annotation(Required.class);
    boolean optional = property.annotation(dev.jop.runtime.marker.Optional.class).isPresent();
    if (required.isPresent() && optional) {
      sources.problems().error(property.site(), "cannot be both @Required and @Optional");
    }
    if (required.isPresent() || optional) {
      return required.isPresent();
    }
    boolean mayBeAbsent =
        property.isNullable()
            || property.annotation(Default.class).isPresent()
            || (property.type() instanceof DeclaredType declared
                && OPTIONALS.contains(
                    ((TypeElement) declared.asElement()).getQualifiedName().toString()));
    return !mayBeAbsent;
  }

  private String name(TypeElement type) {
    return type.getSimpleName().toString();
  }
}
