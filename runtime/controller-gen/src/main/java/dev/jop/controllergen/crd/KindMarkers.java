package dev.jop.controllergen.crd;

import dev.jop.controllergen.marker.Fabric8Packages;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.markers.crd.ConversionWebhook;
import dev.jop.markers.crd.PrinterColumn;
import dev.jop.markers.crd.SelectableField;
import dev.jop.markers.crd.SkipVersion;
import dev.jop.markers.crd.StatusSubresource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Refuses the annotations of kinds on types that are none, where they would say nothing. */
final class KindMarkers {
  private static final String MODEL = "io.fabric8.kubernetes.api.model.";
  private static final Set<String> NAMES =
      Set.of(
          Group.class.getName(),
          Version.class.getName(),
          Kind.class.getName(),
          Plural.class.getName(),
          Singular.class.getName(),
          ShortNames.class.getName(),
          Categories.class.getName());

  private static final Set<String> OTHERS =
      Set.of(
          PrinterColumn.class.getName(),
          SelectableField.class.getName(),
          dev.jop.markers.crd.Scale.class.getName(),
          dev.jop.markers.crd.Metadata.class.getName(),
          ConversionWebhook.class.getName(),
          StatusSubresource.class.getName(),
          Fabric8Packages.CRD_GENERATOR + "AdditionalPrinterColumn",
          Fabric8Packages.CRD_GENERATOR + "AdditionalSelectableField",
          Fabric8Packages.CRD_GENERATOR + "Labels",
          Fabric8Packages.CRD_GENERATOR + "Annotations");

  private final Sources sources;

  KindMarkers(Sources sources) {
    this.sources = sources;
  }

  /**
   * Reports those on a type that is no kind; of those that are names only the first.
   *
   * @param skipped whether {@code @SkipVersion} says that others define it
   */
  void refuseOn(TypeElement type, boolean skipped) {
    boolean model = isModel(type);
    List<AnnotationUse> uses =
        AnnotationUse.all(type, type, sources.elements()).stream()
            .flatMap(use -> use.unfolded(sources.elements()).stream())
            .toList();
    uses.stream()
        .filter(
            use -> OTHERS.contains(use.qualifiedName()) || (use.is(SkipVersion.class) && !model))
        .forEach(use -> refuse(use, ""));
    if (!is(type, "KubernetesResourceList") && !(model && skipped)) {
      uses.stream()
          .filter(use -> NAMES.contains(use.qualifiedName()))
          .findFirst()
          .ifPresent(
              use -> refuse(use, model ? "; of a kind that others define say @SkipVersion" : ""));
    }
  }

  private void refuse(AnnotationUse use, String otherwise) {
    sources
        .problems()
        .error(
            use,
            "stands on no kind: that is a class, not abstract, that extends"
                + " CustomResource<Spec, Status>"
                + otherwise);
  }

  /** A class for the objects of a kind, such as fabric8's own, from which no definition is made. */
  private boolean isModel(TypeElement type) {
    return type.getKind().isClass()
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && is(type, "HasMetadata");
  }

  private boolean is(TypeElement type, String model) {
    TypeElement above = sources.elements().getTypeElement(MODEL + model);
    return above != null
        && sources
            .types()
            .isSubtype(
                sources.types().erasure(type.asType()), sources.types().erasure(above.asType()));
  }
}
