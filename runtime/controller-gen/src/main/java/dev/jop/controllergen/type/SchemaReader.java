package dev.jop.controllergen.type;

import dev.jop.controllergen.marker.Markers;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads a Java type as the schema of the JSON that Jackson makes of its values.
 *
 * <p>What it does not know is an error at the property that has the type, never a guess.
 */
public final class SchemaReader {
  private static final String SUPPORTED =
      "; supported are records, classes, enums, String, numbers, boolean, List, Set, Map, Optional, java.time's"
          + " Duration, Instant and LocalDate, and of fabric8 Quantity, IntOrString and Condition";

  private final Sources sources;
  private final TypeOptions options;
  private final ObjectReader objects;

  /** Creates a reader. */
  public SchemaReader(Sources sources, TypeOptions options) {
    this.sources = sources;
    this.options = options;
    this.objects = new ObjectReader(sources, options, this);
  }

  /**
   * Returns the schema of a type, described by the type's Javadoc, without the annotations on the
   * type; empty after an error.
   *
   * @param site where to report what is wrong with it
   */
  public Optional<Schema> read(TypeMirror type, Element site) {
    if (type.getKind().isPrimitive()) {
      return known(KnownTypes.primitive(type.getKind()), type, site);
    }
    if (type instanceof ArrayType array) {
      return array(array, site);
    }
    if (type.getKind() == TypeKind.ERROR) {
      sources.problems().unresolved();
      return Optional.empty();
    }
    return type instanceof DeclaredType declared
        ? declared(declared, site)
        : unsupported(type, site);
  }

  /** Returns the properties that a class has beside those of its superclass. */
  public Optional<Schema> ownProperties(TypeElement type) {
    return objects.ownProperties(type);
  }

  private Optional<Schema> declared(DeclaredType type, Element site) {
    TypeElement element = (TypeElement) type.asElement();
    Optional<Schema> known = KnownTypes.named(element.getQualifiedName().toString());
    if (known.isPresent()) {
      return known(known, type, site);
    }
    return switch (element.getQualifiedName().toString()) {
      case "java.util.Optional" -> argument(type, 0, site);
      case "java.util.List", "java.util.Collection" ->
          argument(type, 0, site).map(items -> list(items, type));
      case "java.util.Set", "java.util.SortedSet" ->
          argument(type, 0, site).flatMap(items -> set(items, site));
      case "java.util.Map", "java.util.SortedMap" -> map(type, site);
      default -> declaredBySources(type, element, site);
    };
  }

  private Optional<Schema> declaredBySources(DeclaredType type, TypeElement element, Element site) {
    if (!type.getTypeArguments().isEmpty() || !isReadable(element)) {
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
        ? Optional.of(EnumReader.read(element, sources))
        : objects.read(element, site);
  }

  private static boolean isReadable(TypeElement element) {
    boolean concrete = !element.getModifiers().contains(javax.lang.model.element.Modifier.ABSTRACT);
    boolean platform = element.getQualifiedName().toString().startsWith("java.");
    return switch (element.getKind()) {
      case RECORD, CLASS -> concrete && !platform;
      case ENUM -> !platform;
      default -> false;
    };
  }

  private Optional<Schema> array(ArrayType type, Element site) {
    if (type.getComponentType().getKind() == TypeKind.BYTE) {
      return Optional.of(Schema.of(SchemaType.STRING).with("format", "byte"));
    }
    sources.problems().error(site, type + " is an array; use a List");
    return Optional.empty();
  }

  /** A list of conditions is one that several writers keep, each its own type of condition. */
  private static Schema list(Schema items, DeclaredType type) {
    Schema list = Schema.listOf(items);
    boolean conditions =
        type.getTypeArguments().get(0) instanceof DeclaredType argument
            && ((TypeElement) argument.asElement())
                .getQualifiedName()
                .contentEquals(ConditionSchema.JAVA_TYPE);
    return conditions
        ? list.with("x-kubernetes-list-type", "map")
            .with("x-kubernetes-list-map-keys", List.of("type"))
        : list;
  }

  private Optional<Schema> set(Schema items, Element site) {
    if (items.type() == SchemaType.OBJECT
        || items.type() == SchemaType.ARRAY
        || items.type() == SchemaType.INT_OR_STRING) {
      sources
          .problems()
          .error(
              site,
              "the API server keeps sets of plain values only, not of type "
                  + items.type()
                  + "; use a List");
      return Optional.empty();
    }
    return Optional.of(Schema.listOf(items).with("x-kubernetes-list-type", "set"));
  }

  private Optional<Schema> map(DeclaredType type, Element site) {
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    boolean byString =
        arguments.size() == 2
            && arguments.get(0) instanceof DeclaredType key
            && ((TypeElement) key.asElement()).getQualifiedName().contentEquals("java.lang.String");
    if (!byString) {
      sources.problems().error(site, "the keys of a map must be strings, not as in " + type);
      return Optional.empty();
    }
    return argument(type, 1, site).map(Schema::mapOf);
  }

  /** The schema of a type in angle brackets, with the annotations that stand there. */
  private Optional<Schema> argument(DeclaredType type, int index, Element site) {
    if (type.getTypeArguments().size() <= index) {
      sources.problems().error(site, type + " does not say what it holds");
      return Optional.empty();
    }
    TypeMirror argument = type.getTypeArguments().get(index);
    List<AnnotationUse> uses = AnnotationUse.all(site, argument, sources.elements());
    return read(argument, site).map(schema -> Markers.apply(uses, schema, sources.problems()));
  }

  private Optional<Schema> known(Optional<Schema> schema, TypeMirror type, Element site) {
    if (schema.isPresent()
        && schema.get().type() == SchemaType.NUMBER
        && !options.allowDangerousTypes()) {
      sources
          .problems()
          .error(
              site,
              type
                  + " is not written and read alike by all languages; use an integer, a Quantity or a String, or"
                  + " allow it with the option allowDangerousTypes");
      return Optional.empty();
    }
    return schema.isPresent() ? schema : unsupported(type, site);
  }

  private Optional<Schema> unsupported(TypeMirror type, Element site) {
    sources.problems().error(site, "the type " + type + " is not supported" + SUPPORTED);
    return Optional.empty();
  }
}
