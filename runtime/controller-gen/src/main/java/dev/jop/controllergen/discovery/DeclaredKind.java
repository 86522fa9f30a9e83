package dev.jop.controllergen.discovery;

import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * The names of a kind, by the annotations of its class.
 *
 * @param group its API group; the empty string is the core group
 * @param version its version
 * @param kind its name in manifests
 * @param plural its name in URLs
 * @param namespaced whether its objects live in namespaces
 */
public record DeclaredKind(
    String group, String version, String kind, String plural, boolean namespaced) {
  private static final String NAMESPACED = "io.fabric8.kubernetes.api.model.Namespaced";

  /** Returns the names, if the class has both a group and a version. */
  public static Optional<DeclaredKind> of(TypeElement type, Sources sources) {
    Optional<String> group = text(type, Group.class, sources);
    Optional<String> version = text(type, Version.class, sources);
    if (group.isEmpty() || version.isEmpty()) {
      return Optional.empty();
    }
    String kind = text(type, Kind.class, sources).orElse(type.getSimpleName().toString());
    String singular = text(type, Singular.class, sources).orElse(kind).toLowerCase(Locale.ROOT);
    String plural = text(type, Plural.class, sources).orElse(Pluralize.toPlural(singular));
    return Optional.of(
        new DeclaredKind(
            group.get(),
            version.get(),
            kind,
            plural.toLowerCase(Locale.ROOT),
            isNamespaced(type, sources)));
  }

  private static Optional<String> text(
      TypeElement type, Class<? extends Annotation> annotation, Sources sources) {
    return AnnotationUse.find(type, annotation, sources.elements()).map(use -> use.text("value"));
  }

  private static boolean isNamespaced(TypeElement type, Sources sources) {
    TypeElement namespaced = sources.elements().getTypeElement(NAMESPACED);
    return namespaced != null && sources.types().isSubtype(type.asType(), namespaced.asType());
  }
}
