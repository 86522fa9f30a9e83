package dev.jop.controllergen.crd;

import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;

/**
 * Reads the names of a kind as fabric8 does at run time, and refuses those that the API server
 * would.
 */
final class KindNamesReader {
  private static final String NAMESPACED = "io.fabric8.kubernetes.api.model.Namespaced";
  private static final Pattern LABEL = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern GROUP =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)+");

  private final Sources sources;

  KindNamesReader(Sources sources) {
    this.sources = sources;
  }

  KindNames read(TypeElement type) {
    String kind =
        text(
            type,
            io.fabric8.kubernetes.model.annotation.Kind.class,
            type.getSimpleName().toString());
    String singular = text(type, Singular.class, kind).toLowerCase(Locale.ROOT);
    String plural = text(type, Plural.class, Pluralize.toPlural(singular)).toLowerCase(Locale.ROOT);
    KindNames names =
        new KindNames(
            text(type, Group.class, ""),
            kind,
            plural,
            singular,
            texts(type, ShortNames.class),
            texts(type, Categories.class),
            isNamespaced(type));
    check(type, "the group", GROUP, names.group(), "a domain such as webapp.example.com");
    check(type, "the kind", LABEL, kind.toLowerCase(Locale.ROOT), "letters, digits and dashes");
    checkLabel(type, "the plural", plural);
    checkLabel(type, "the singular", singular);
    names.shortNames().forEach(name -> checkLabel(type, "the short name", name));
    names.categories().forEach(name -> checkLabel(type, "the category", name));
    return names;
  }

  void checkLabel(TypeElement type, String what, String value) {
    check(type, what, LABEL, value, "at most 63 small letters, digits and dashes, a letter first");
  }

  private void check(TypeElement type, String what, Pattern pattern, String value, String wanted) {
    if (!pattern.matcher(value).matches()) {
      sources.problems().error(type, what + " \"" + value + "\" must be " + wanted);
    }
  }

  private boolean isNamespaced(TypeElement type) {
    TypeElement namespaced = sources.elements().getTypeElement(NAMESPACED);
    return namespaced != null && sources.types().isSubtype(type.asType(), namespaced.asType());
  }

  private String text(TypeElement type, Class<? extends Annotation> annotation, String otherwise) {
    return AnnotationUse.find(type, annotation, sources.elements())
        .map(use -> use.text("value"))
        .orElse(otherwise);
  }

  private List<String> texts(TypeElement type, Class<? extends Annotation> annotation) {
    return AnnotationUse.find(type, annotation, sources.elements())
        .map(use -> use.texts("value"))
        .orElse(List.of());
  }
}
