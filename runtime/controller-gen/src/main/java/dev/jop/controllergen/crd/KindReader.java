package dev.jop.controllergen.crd;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.controllergen.type.SchemaReader;
import dev.jop.markers.crd.SkipVersion;
import dev.jop.markers.crd.StatusSubresource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the classes that extend {@code CustomResource} as kinds. */
final class KindReader {
  private static final String CUSTOM_RESOURCE = "io.fabric8.kubernetes.client.CustomResource";

  private final Sources sources;
  private final SchemaReader schemas;
  private final KindMarkers markers;
  private final KindNamesReader names;
  private final ColumnReader columns;
  private final SelectableFieldReader selectable;

  KindReader(Sources sources, SchemaReader schemas) {
    this.sources = sources;
    this.schemas = schemas;
    this.markers = new KindMarkers(sources);
    this.names = new KindNamesReader(sources);
    this.columns = new ColumnReader(sources);
    this.selectable = new SelectableFieldReader(sources);
  }

  /** Returns the kind that a class declares; empty if it declares none, or after an error. */
  Optional<Kind> read(TypeElement type) {
    Optional<DeclaredType> resource =
        type.getModifiers().contains(Modifier.ABSTRACT) ? Optional.empty() : customResource(type);
    if (resource.isEmpty()) {
      markers.refuseOn(type, isSkipped(type));
      return Optional.empty();
    }
    return isSkipped(type) ? Optional.empty() : kind(type, resource.get());
  }

  private boolean isSkipped(TypeElement type) {
    return type.getAnnotation(SkipVersion.class) != null
        || sources.elements().getPackageOf(type).getAnnotation(SkipVersion.class) != null;
  }

  /** The superclass {@code CustomResource<S, T>} with what the kind gives for S and T. */
  private Optional<DeclaredType> customResource(TypeElement type) {
    TypeMirror at = type.getSuperclass();
    while (at instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      if (element.getQualifiedName().contentEquals(CUSTOM_RESOURCE)) {
        return Optional.of(declared);
      }
      List<? extends TypeMirror> above = sources.types().directSupertypes(declared);
      at = above.isEmpty() ? element.getSuperclass() : above.get(0);
    }
    return Optional.empty();
  }

  private Optional<Kind> kind(TypeElement type, DeclaredType resource) {
    Optional<AnnotationUse> version = AnnotationUse.find(type, Version.class, sources.elements());
    boolean group = AnnotationUse.find(type, Group.class, sources.elements()).isPresent();
    if (version.isEmpty() || !group || resource.getTypeArguments().size() != 2) {
      sources
          .problems()
          .error(
              type,
              "a kind needs @Group, @Version and the types of its spec and status in CustomResource<…>");
      return Optional.empty();
    }
    names.checkLabel(type, "the version", version.get().text("value"));
    KindNames kindNames = names.read(type);
    boolean hasStatus = !isVoid(resource.getTypeArguments().get(1));
    return schema(type, resource)
        .map(schema -> kind(type, kindNames, version(version.get()), hasStatus, schema));
  }

  private Kind kind(
      TypeElement type,
      KindNames kindNames,
      Kind.Version version,
      boolean hasStatus,
      Schema schema) {
    List<PropertyNote> notes = PropertyNote.of(schema);
    return new Kind(
        kindNames,
        version,
        schema,
        new Kind.Subresources(
            hasStatusSubresource(type, hasStatus), Scale.read(type, schema, notes, sources)),
        columns.read(type, schema, notes),
        selectable.read(type, schema, notes),
        Metadata.read(type, sources),
        Conversion.read(type, sources),
        type);
  }

  private static Kind.Version version(AnnotationUse use) {
    return new Kind.Version(
        use.text("value"),
        use.flag("served"),
        use.flag("storage"),
        use.flag("deprecated"),
        use.text("deprecationWarning"));
  }

  private boolean hasStatusSubresource(TypeElement type, boolean hasStatus) {
    return AnnotationUse.find(type, StatusSubresource.class, sources.elements())
        .map(use -> use.flag("value"))
        .orElse(hasStatus);
  }

  private Optional<Schema> schema(TypeElement type, DeclaredType resource) {
    TypeMirror spec = resource.getTypeArguments().get(0);
    TypeMirror status = resource.getTypeArguments().get(1);
    Map<String, Schema> properties = new TreeMap<>();
    TreeSet<String> required = new TreeSet<>();
    properties.put(
        "apiVersion",
        Schema.of(SchemaType.STRING)
            .describedAs(
                "The API group and version that the object is written in, as group/version."));
    properties.put(
        "kind",
        Schema.of(SchemaType.STRING).describedAs("The kind of the object; it never changes."));
    properties.put("metadata", Schema.of(SchemaType.OBJECT));
    boolean specIsRead = part("spec", spec, type, properties);
    boolean statusIsRead = part("status", status, type, properties);
    if (!isVoid(spec) && !mayBeAbsent(spec, type)) {
      required.add("spec");
    }
    Optional<Schema> own = schemas.ownProperties(type);
    own.ifPresent(
        more -> {
          more.properties().forEach(properties::putIfAbsent);
          required.addAll(more.required());
        });
    return specIsRead && statusIsRead && own.isPresent()
        ? Optional.of(
            schemas.withMarkers(
                type,
                Schema.object(properties, required)
                    .withRules(own.get().rules())
                    .describedAs(sources.javadoc(type).description())))
        : Optional.empty();
  }

  private boolean part(
      String name, TypeMirror part, TypeElement type, Map<String, Schema> properties) {
    if (isVoid(part)) {
      return true;
    }
    Optional<Schema> schema =
        schemas.read(part, AnnotationUse.all(type, part, sources.elements()), type);
    schema.ifPresent(s -> properties.put(name, s));
    return schema.isPresent();
  }

  private boolean mayBeAbsent(TypeMirror part, TypeElement type) {
    return sources
                .elements()
                .getPackageOf(type)
                .getAnnotation(dev.jop.markers.validation.Optional.class)
            != null
        || AnnotationUse.all(type, part, sources.elements()).stream()
            .anyMatch(use -> use.name().equals("Nullable"));
  }

  private static boolean isVoid(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ((TypeElement) ((DeclaredType) type).asElement())
            .getQualifiedName()
            .contentEquals("java.lang.Void");
  }
}
