package dev.jop.controllergen.crd;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/**
 * Where the subresource {@code scale} finds its values.
 *
 * @param specPath the wished number of replicas
 * @param statusPath the number of replicas that there are
 * @param selectorPath the label selector as text, or nothing
 */
record Scale(String specPath, String statusPath, String selectorPath) {

  static Optional<Scale> read(TypeElement kind, Schema schema, Sources sources) {
    Optional<AnnotationUse> use =
        AnnotationUse.find(kind, dev.jop.runtime.marker.Scale.class, sources.elements());
    if (use.isEmpty()) {
      return Optional.empty();
    }
    Scale scale =
        new Scale(
            use.get().text("specPath"),
            use.get().text("statusPath"),
            use.get().text("selectorPath"));
    try {
      check(scale.specPath(), "spec", SchemaType.INTEGER, schema);
      check(scale.statusPath(), "status", SchemaType.INTEGER, schema);
      if (!scale.selectorPath().isEmpty()) {
        String top = scale.selectorPath().startsWith(".spec.") ? "spec" : "status";
        check(scale.selectorPath(), top, SchemaType.STRING, schema);
      }
    } catch (IllegalArgumentException wrong) {
      sources.problems().error(use.get(), String.valueOf(wrong.getMessage()));
    }
    return Optional.of(scale);
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
