package dev.jop.controllergen.crd;

import dev.jop.controllergen.marker.Fabric8Packages;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;

/**
 * Labels and annotations of a definition.
 *
 * @param labels the labels by their names
 * @param annotations the annotations by their names
 */
record Metadata(Map<String, String> labels, Map<String, String> annotations) {
  private static final String LABELS = Fabric8Packages.CRD_GENERATOR + "Labels";
  private static final String ANNOTATIONS = Fabric8Packages.CRD_GENERATOR + "Annotations";
  private static final String WORD = "[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?" + WORD);
  private static final Pattern LABEL_VALUE = Pattern.compile("(" + WORD + ")?");

  static Metadata read(TypeElement kind, Sources sources) {
    Map<String, String> labels = new TreeMap<>();
    Map<String, String> annotations = new TreeMap<>();
    for (AnnotationUse use : AnnotationUse.all(kind, kind, sources.elements())) {
      try {
        if (use.is(dev.jop.markers.crd.Metadata.class)) {
          use.texts("labels").forEach(text -> put(labels, text, "the label"));
          use.texts("annotations").forEach(text -> put(annotations, text, "the annotation"));
        } else if (use.qualifiedName().equals(LABELS)) {
          use.texts("value").forEach(text -> put(labels, text, "the label"));
        } else if (use.qualifiedName().equals(ANNOTATIONS)) {
          use.texts("value").forEach(text -> put(annotations, text, "the annotation"));
        } else {
          continue;
        }
        labels.forEach(Metadata::checkLabel);
      } catch (IllegalArgumentException wrong) {
        sources.problems().error(use, String.valueOf(wrong.getMessage()));
      }
    }
    return new Metadata(labels, annotations);
  }

  private static void put(Map<String, String> entries, String text, String what) {
    int equals = text.indexOf('=');
    if (equals < 0 || !NAME.matcher(text.substring(0, equals)).matches()) {
      throw new IllegalArgumentException(what + " \"" + text + "\" must be as in name=value");
    }
    if (entries.put(text.substring(0, equals), text.substring(equals + 1)) != null) {
      throw new IllegalArgumentException(
          what + " " + text.substring(0, equals) + " is there twice");
    }
  }

  private static void checkLabel(String name, String value) {
    if (!LABEL_VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "the label " + name + " cannot have the value \"" + value + "\"");
    }
  }
}
