package dev.jop.controllergen.crd;

import dev.jop.controllergen.marker.Fabric8Packages;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Problems;
import dev.jop.controllergen.source.Sources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/**
 * Where the subresource {@code scale} finds its values.
 *
 * @param specPath the wished number of replicas
 * @param statusPath the number of replicas that there are
 * @param selectorPath the label selector as text, or nothing
 */
record Scale(String specPath, String statusPath, String selectorPath) {

  private static final String SPEC_REPLICAS = Fabric8Packages.MODEL + "SpecReplicas";
  private static final String STATUS_REPLICAS = Fabric8Packages.MODEL + "StatusReplicas";
  private static final String SELECTOR = Fabric8Packages.MODEL + "LabelSelector";

  static Optional<Scale> read(
      TypeElement kind, Schema schema, List<PropertyNote> notes, Sources sources) {
    Optional<AnnotationUse> use =
        AnnotationUse.find(kind, dev.jop.markers.crd.Scale.class, sources.elements());
    Optional<PropertyNote> note =
        Stream.of(SPEC_REPLICAS, STATUS_REPLICAS, SELECTOR)
            .flatMap(name -> PropertyNote.named(name, notes).stream())
            .findFirst();
    if (use.isPresent()) {
      note.ifPresent(
          other -> sources.problems().error(other.use(), "@Scale on the kind says it already"));
      return Optional.of(ofKind(use.get(), schema, sources.problems()));
    }
    return note.map(any -> ofProperties(any, schema, notes, sources.problems()));
  }

  private static Scale ofKind(AnnotationUse use, Schema schema, Problems problems) {
    Scale scale = new Scale(use.text("specPath"), use.text("statusPath"), use.text("selectorPath"));
    try {
      checkReplicas(scale.specPath(), "spec", schema);
      checkReplicas(scale.statusPath(), "status", schema);
      checkSelector(scale.selectorPath(), schema);
    } catch (IllegalArgumentException wrong) {
      problems.error(use, String.valueOf(wrong.getMessage()));
    }
    return scale;
  }

  /** What the annotations of fabric8 on properties say. */
  private static Scale ofProperties(
      PropertyNote any, Schema schema, List<PropertyNote> notes, Problems problems) {
    String spec = path(SPEC_REPLICAS, notes, problems, path -> checkReplicas(path, "spec", schema));
    String status =
        path(STATUS_REPLICAS, notes, problems, path -> checkReplicas(path, "status", schema));
    String selector = path(SELECTOR, notes, problems, path -> checkSelector(path, schema));
    if (spec.isEmpty() || status.isEmpty()) {
      problems.error(any.use(), "a kind that scales needs both @SpecReplicas and @StatusReplicas");
    }
    return new Scale(spec, status, selector);
  }

  private static String path(
      String annotation, List<PropertyNote> notes, Problems problems, Consumer<String> check) {
    String path = "";
    for (PropertyNote note : PropertyNote.named(annotation, notes)) {
      try {
        check.accept(note.path());
        if (!path.isEmpty()) {
          throw new IllegalArgumentException("stands on " + path + " already");
        }
      } catch (IllegalArgumentException wrong) {
        problems.error(note.use(), String.valueOf(wrong.getMessage()));
      }
      path = note.path();
    }
    return path;
  }

  private static void checkReplicas(String path, String top, Schema schema) {
    check(path, top, SchemaType.INTEGER, schema);
  }

  private static void checkSelector(String path, Schema schema) {
    if (!path.isEmpty()) {
      check(path, path.startsWith(".spec.") ? "spec" : "status", SchemaType.STRING, schema);
    }
  }

  private static void check(String text, String top, SchemaType wanted, Schema schema) {
    JsonPath path = JsonPath.parse(text);
    if (!path.isBelow(top) || !path.isSimple()) {
      throw new IllegalArgumentException(
          "the path " + text + " must go from name to name below ." + top);
    }
    SchemaType type = path.follow(schema).map(Schema::type).orElse(wanted);
    if (type != wanted) {
      throw new IllegalArgumentException(
          "the path " + text + " must lead to a value of type " + wanted + ", not " + type);
    }
  }

  Map<String, Object> toTree() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("specReplicasPath", specPath);
    tree.put("statusReplicasPath", statusPath);
    if (!selectorPath.isEmpty()) {
      tree.put("labelSelectorPath", selectorPath);
    }
    return tree;
  }
}
