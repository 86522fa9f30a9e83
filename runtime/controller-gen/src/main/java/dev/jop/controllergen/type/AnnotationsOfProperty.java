package dev.jop.controllergen.type;

import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;

/**
 * Collects the annotations of one property from all places where they can stand.
 *
 * <p>The compiler shows one annotation of a record component at up to five places: they count once.
 * Two that differ are an error.
 */
final class AnnotationsOfProperty {
  private final Sources sources;
  private final Element site;
  private final Map<String, AnnotationUse> byType = new LinkedHashMap<>();

  AnnotationsOfProperty(Sources sources, Element site) {
    this.sources = sources;
    this.site = site;
  }

  void addAllOf(Element element) {
    addAllOf(element, element);
  }

  void addAllOf(Element element, AnnotatedConstruct on) {
    for (AnnotationUse use : AnnotationUse.all(element, on, sources.elements())) {
      AnnotationUse before = byType.putIfAbsent(use.qualifiedName(), use);
      if (before != null && !before.values().toString().equals(use.values().toString())) {
        sources
            .problems()
            .error(site, "@" + use.name() + " is on this property twice, with different values");
      }
    }
  }

  /** Returns each annotation once; those that were repeated out of their containers. */
  List<AnnotationUse> all() {
    return byType.values().stream()
        .flatMap(use -> use.unfolded(sources.elements()).stream())
        .toList();
  }
}
