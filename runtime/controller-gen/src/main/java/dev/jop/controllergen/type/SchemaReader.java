package dev.jop.controllergen.type;

import dev.jop.controllergen.marker.Markers;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.markers.validation.PreserveUnknownFields;
import dev.jop.markers.validation.Schemaless;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Reads a Java type as the schema of the JSON that Jackson makes of its values.
 *
 * <p>What it does not know is an error at the property that has the type, never a guess.
 */
public final class SchemaReader {
  private static final String OBJECT = "java.lang.Object";
  private static final String ANY_JSON =
      " without @PreserveUnknownFields, which lets it be any JSON";
  private static final String SUPPORTED =
      "; supported are records, classes, sealed interfaces, enums, String, numbers, boolean, List, Set, Map,"
          + " Optional, java.time's types, JsonNode, and fabric8's models of Kubernetes' stable types;"
          + " for any other say with @SchemaType what it is in JSON";

  private final Sources sources;
  private final TypeOptions options;
  private final ObjectReader objects;
  private final ContainerReader containers;
  private final BuiltInTypes builtIns;

  /** Creates a reader. */
  public SchemaReader(Sources sources, TypeOptions options) {
    this.sources = sources;
    this.options = options;
    this.objects = new ObjectReader(sources, options, this);
    this.containers = new ContainerReader(sources, this);
    this.builtIns = new BuiltInTypes(options.embeddedObjectMeta());
  }

  /**
   * Returns the schema of a value, described by the type's Javadoc; empty after an error.
   *
   * @param uses the annotations on the value
   * @param site where to report what is wrong with it
   */
  public Optional<Schema> read(TypeMirror type, List<AnnotationUse> uses, Element site) {
    return value(type, uses, site, TypeScope.EMPTY);
  }

  /** Returns the properties that a class has beside those of its superclass. */
  public Optional<Schema> ownProperties(TypeElement type) {
    return objects.ownProperties(type);
  }

  /** Returns a schema with what the annotations on the declaration of its type say. */
  public Schema withMarkers(TypeElement type, Schema schema) {
    return Markers.applyToType(annotationsOn(type), schema, sources.problems());
  }

  /** The schema of a value of a type, with what the annotations on the value say. */
  Optional<Schema> value(TypeMirror type, List<AnnotationUse> uses, Element site, TypeScope scope) {
    return said(type, uses, site)
        .or(() -> type(type, site, scope))
        .flatMap(schema -> JsonShape.apply(uses, schema, sources))
        .map(schema -> Markers.apply(uses, schema, sources.problems()));
  }

  /** The schema that annotations give instead of the type, which is not read then. */
  private Optional<Schema> said(TypeMirror type, List<AnnotationUse> uses, Element site) {
    boolean open = uses.stream().anyMatch(use -> use.is(PreserveUnknownFields.class));
    Optional<Schema> given = given(uses);
    if (given.isPresent()) {
      return given;
    }
    if (uses.stream().anyMatch(use -> use.is(Schemaless.class))) {
      if (!open) {
        sources
            .problems()
            .error(
                site,
                "@Schemaless: the API server wants a type of all that it does not keep as it is;"
                    + " add @PreserveUnknownFields or give the type with @SchemaType");
      }
      return Optional.of(Schema.of(SchemaType.ANY));
    }
    if (open && TypeScope.EMPTY.describe(type).equals(OBJECT)) {
      return Optional.of(Schema.of(SchemaType.ANY));
    }
    return Optional.empty();
  }

  private static Optional<Schema> given(List<AnnotationUse> uses) {
    return uses.stream()
        .filter(use -> use.is(dev.jop.markers.validation.SchemaType.class))
        .findFirst()
        .map(use -> Schema.of(SchemaType.valueOf(use.text("value"))));
  }

  private Optional<Schema> type(TypeMirror type, Element site, TypeScope scope) {
    if (type.getKind().isPrimitive()) {
      return known(KnownTypes.primitive(type.getKind()), type, site);
    }
    if (type.getKind() == TypeKind.ERROR) {
      sources.problems().unresolved();
      return Optional.empty();
    }
    if (type instanceof ArrayType array) {
      return array(array, site);
    }
    if (type instanceof TypeVariable variable) {
      TypeScope.Argument argument = scope.find(variable);
      return argument == null
          ? unsupported(type, site)
          : argument(argument.type(), site, argument.scope());
    }
    if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      return type(wildcard.getExtendsBound(), site, scope);
    }
    return type instanceof DeclaredType declared
        ? declared(declared, site, scope)
        : unsupported(type, site);
  }

  /** The schema of a type in angle brackets, with the annotations that stand there. */
  Optional<Schema> argument(TypeMirror argument, Element site, TypeScope scope) {
    return value(argument, annotations(argument, site), site, scope);
  }

  /** The annotations of a type that stands in the source at an element. */
  List<AnnotationUse> annotations(TypeMirror type, Element site) {
    return AnnotationUse.all(site, type, sources.elements()).stream()
        .flatMap(use -> use.unfolded(sources.elements()).stream())
        .toList();
  }

  private Optional<Schema> declared(DeclaredType type, Element site, TypeScope scope) {
    TypeElement element = (TypeElement) type.asElement();
    String name = element.getQualifiedName().toString();
    Optional<Schema> known = KnownTypes.named(name).or(() -> builtIns.find(name));
    if (known.isPresent()) {
      return known(known, type, site);
    }
    return ContainerReader.isContainer(name)
        ? containers.read(type, name, site, scope)
        : declaredBySources(type, element, site, scope);
  }

  private Optional<Schema> declaredBySources(
      DeclaredType type, TypeElement element, Element site, TypeScope scope) {
    List<AnnotationUse> uses = annotationsOn(element);
    Optional<Schema> given =
        given(uses).map(schema -> schema.describedAs(sources.javadoc(element).description()));
    if (given.isPresent()) {
      return given.map(schema -> Markers.applyToType(uses, schema, sources.problems()));
    }
    if (!isReadable(element)) {
      return unsupported(type, site);
    }
    if (options.sourcesOnly() && sources.isCompiled(element)) {
      sources
          .problems()
          .error(
              site,
              element.getQualifiedName()
                  + " is there as a class file only, without its Javadoc and the annotations on its types"
                  + SUPPORTED);
      return Optional.empty();
    }
    return element.getKind() == ElementKind.ENUM
        ? Optional.of(
            Markers.applyToType(uses, EnumReader.read(element, sources), sources.problems()))
        : objects.read(type, site, scope);
  }

  /** The annotations on the declaration of a type. */
  List<AnnotationUse> annotationsOn(TypeElement element) {
    return AnnotationUse.all(element, element, sources.elements()).stream()
        .flatMap(use -> use.unfolded(sources.elements()).stream())
        .toList();
  }

  private static boolean isReadable(TypeElement element) {
    boolean platform = element.getQualifiedName().toString().startsWith("java.");
    return switch (element.getKind()) {
      case RECORD, CLASS, ENUM, INTERFACE -> !platform;
      default -> false;
    };
  }

  private Optional<Schema> array(ArrayType type, Element site) {
    if (type.getComponentType().getKind() == TypeKind.BYTE) {
      return Optional.of(Schema.of(SchemaType.STRING).with("format", "byte"));
    }
    sources
        .problems()
        .error(
            site,
            TypeScope.EMPTY.describe(type)
                + " is an array; use a List, where annotations can tell the list from its items");
    return Optional.empty();
  }

  private Optional<Schema> known(Optional<Schema> schema, TypeMirror type, Element site) {
    if (schema.isPresent()
        && schema.get().type() == SchemaType.NUMBER
        && !options.allowDangerousTypes()) {
      sources
          .problems()
          .error(
              site,
              TypeScope.EMPTY.describe(type)
                  + " is not written and read alike by all languages; use an integer, a Quantity or a String, or"
                  + " allow it with -Ajop.allowDangerousTypes=true in the pom or --allow-dangerous-types of jop"
                  + " make manifests");
      return Optional.empty();
    }
    return schema.isPresent() ? schema : unsupported(type, site);
  }

  Optional<Schema> unsupported(TypeMirror type, Element site) {
    String name = TypeScope.EMPTY.describe(type);
    sources
        .problems()
        .error(
            site,
            "the type "
                + name
                + " is not supported"
                + (name.equals(OBJECT) ? ANY_JSON : "")
                + SUPPORTED);
    return Optional.empty();
  }
}
