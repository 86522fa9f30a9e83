package dev.jop.controllergen.type;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import dev.jop.controllergen.marker.Markers;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads a record or a class, with its superclasses, as the schema of an object. */
final class ObjectReader {
  private static final int DEEPEST_GENERIC = 16;

  private final Sources sources;
  private final TypeOptions options;
  private final SchemaReader reader;
  private final PropertyReader propertyReader;
  private final PropertiesReader propertiesReader;
  private final UnionReader unions;
  private final Map<String, Optional<Schema>> read = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();

  /** A type that is being read, so that what it contains cannot contain it. */
  private record Open(TypeElement type, String description) {}

  ObjectReader(Sources sources, TypeOptions options, SchemaReader reader) {
    this.sources = sources;
    this.options = options;
    this.reader = reader;
    this.propertyReader = new PropertyReader(sources);
    this.propertiesReader = new PropertiesReader(sources, reader);
    this.unions = new UnionReader(sources, this);
  }

  /** Returns the schema of all properties, or of what stands for them; empty after an error. */
  Optional<Schema> read(DeclaredType type, Element site, TypeScope scope) {
    return guarded(type, site, scope, "", () -> declared(type, site, scope));
  }

  /** Returns the schema of one variant of a union, without what tells it from the others. */
  Optional<Schema> readVariant(TypeElement variant, Element site) {
    DeclaredType type = (DeclaredType) variant.asType();
    return guarded(
        type, site, TypeScope.EMPTY, " as a variant", () -> object(variant, site, TypeScope.EMPTY));
  }

  private Optional<Schema> guarded(
      DeclaredType type,
      Element site,
      TypeScope scope,
      String role,
      java.util.function.Supplier<Optional<Schema>> reading) {
    String description = scope.describe(type) + role;
    Optional<Schema> before = read.get(description);
    if (before != null) {
      return before;
    }
    TypeElement element = (TypeElement) type.asElement();
    if (isInside(element, description)) {
      rejectRecursion(element, description, site);
      return Optional.empty();
    }
    open.push(new Open(element, description));
    Optional<Schema> schema = reading.get();
    open.pop();
    read.put(description, schema);
    return schema;
  }

  /** A generic type may be in itself with other arguments, but not without an end. */
  private boolean isInside(TypeElement element, String description) {
    long same = open.stream().filter(other -> other.type().equals(element)).count();
    return same > DEEPEST_GENERIC
        || open.stream().anyMatch(other -> other.description().equals(description));
  }

  private void rejectRecursion(TypeElement element, String description, Element site) {
    String way =
        open.stream()
            .takeWhile(other -> !other.description().equals(description))
            .map(other -> name(other.type()))
            .filter(other -> !other.equals(name(element)))
            .distinct()
            .collect(Collectors.joining(", "));
    boolean again = open.stream().anyMatch(other -> other.description().equals(description));
    String how = again ? (way.isEmpty() ? "" : " through " + way) : " with ever new arguments";
    sources
        .problems()
        .error(
            site,
            name(element) + " contains itself" + how + "; the schema of a CRD must have an end");
  }

  private Optional<Schema> declared(DeclaredType type, Element site, TypeScope scope) {
    TypeElement element = (TypeElement) type.asElement();
    TypeScope inside = scope.inside(type);
    if (!element.getTypeParameters().isEmpty() && type.getTypeArguments().isEmpty()) {
      sources.problems().error(site, type + " does not say what its type parameters are");
      return Optional.empty();
    }
    Optional<Element> value = JacksonRules.valueMember(element);
    if (value.isPresent()) {
      return value(element, value.get(), site, inside);
    }
    if (UnionReader.isUnion(element, sources)) {
      return unions.read(element, site).map(schema -> described(schema, element));
    }
    if (element.getModifiers().contains(Modifier.ABSTRACT)) {
      return reader.unsupported(type, site);
    }
    return object(element, site, inside);
  }

  /** The schema of the member whose value Jackson writes for the whole object. */
  private Optional<Schema> value(
      TypeElement element, Element member, Element site, TypeScope scope) {
    JacksonRules.check(element, sources);
    TypeMirror type =
        member instanceof javax.lang.model.element.ExecutableElement method
            ? method.getReturnType()
            : member.asType();
    return reader
        .value(type, reader.annotations(type, site), site, scope)
        .map(schema -> described(schema, element))
        .map(
            schema ->
                Markers.applyToType(reader.annotationsOn(element), schema, sources.problems()));
  }

  private Optional<Schema> object(TypeElement type, Element site, TypeScope scope) {
    List<TypeElement> line = new ArrayList<>();
    List<Property> properties = properties(type, site, scope, line);
    return propertiesReader
        .read(properties)
        .map(schema -> markedAsOpen(schema, line))
        .map(schema -> withMarkers(schema, line))
        .map(schema -> described(schema, type));
  }

  Optional<Schema> ownProperties(TypeElement type) {
    List<Property> properties = new ArrayList<>();
    addNew(properties, propertyReader.read(type));
    return propertiesReader.read(properties);
  }

  private static Schema markedAsOpen(Schema schema, List<TypeElement> line) {
    return line.stream().anyMatch(JacksonRules::isOpen)
        ? schema.with(Schema.PRESERVE_UNKNOWN, true)
        : schema;
  }

  /** What annotations say of a superclass holds for its subclasses too, and comes first. */
  private Schema withMarkers(Schema schema, List<TypeElement> line) {
    Schema marked = schema;
    for (int i = line.size() - 1; i >= 0; i--) {
      List<AnnotationUse> uses = reader.annotationsOn(line.get(i));
      marked = Markers.applyToType(uses, marked, sources.problems());
    }
    return marked;
  }

  private Schema described(Schema schema, TypeElement type) {
    String javadoc = sources.javadoc(type).description();
    String description =
        javadoc.isEmpty()
            ? AnnotationUse.find(type, JsonClassDescription.class, sources.elements())
                .map(use -> use.text("value"))
                .orElse("")
            : javadoc;
    return schema.describedAs(description);
  }

  private List<Property> properties(
      TypeElement type, Element site, TypeScope scope, List<TypeElement> line) {
    List<Property> properties = new ArrayList<>();
    TypeElement current = type;
    TypeScope inside = scope;
    while (!current.getQualifiedName().toString().startsWith("java.lang.")) {
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
      line.add(current);
      TypeScope here = inside;
      addNew(
          properties,
          propertyReader.read(current).stream().map(property -> property.in(here)).toList());
      TypeMirror superclass = current.getSuperclass();
      if (!(superclass instanceof DeclaredType declared)) {
        break;
      }
      current = (TypeElement) declared.asElement();
      inside = inside.inside(declared);
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

  private static String name(TypeElement type) {
    return type.getSimpleName().toString();
  }
}
