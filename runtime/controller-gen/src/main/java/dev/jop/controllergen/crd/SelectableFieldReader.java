package dev.jop.controllergen.crd;

import dev.jop.controllergen.marker.Fabric8Packages;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.markers.crd.SelectableField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Reads the properties by which objects of a kind can be selected. */
final class SelectableFieldReader {
  private static final int LIMIT = 8;
  private static final Set<SchemaType> TYPES =
      Set.of(SchemaType.STRING, SchemaType.INTEGER, SchemaType.BOOLEAN);

  private final Sources sources;

  SelectableFieldReader(Sources sources) {
    this.sources = sources;
  }

  /** Returns the paths of the properties. */
  List<String> read(TypeElement kind, Schema schema, List<PropertyNote> notes) {
    List<String> paths = new ArrayList<>();
    AnnotationUse.repeated(
            kind, SelectableField.class, SelectableField.List.class, sources.elements())
        .forEach(use -> add(use, use.text("jsonPath"), schema, paths));
    AnnotationUse.named(
            kind, Fabric8Packages.CRD_GENERATOR + "AdditionalSelectableField", sources.elements())
        .forEach(use -> add(use, use.text("jsonPath"), schema, paths));
    PropertyNote.named(Fabric8Packages.CRD_GENERATOR + "SelectableField", notes)
        .forEach(note -> add(note.use(), note.path(), schema, paths));
    return paths;
  }

  private void add(AnnotationUse use, String path, Schema schema, List<String> paths) {
    try {
      check(JsonPath.parse(path), schema);
      if (paths.contains(path)) {
        throw new IllegalArgumentException("the path " + path + " is there twice");
      }
      if (paths.size() == LIMIT) {
        throw new IllegalArgumentException("a kind has at most " + LIMIT + " of them");
      }
    } catch (IllegalArgumentException wrong) {
      sources.problems().error(use, String.valueOf(wrong.getMessage()));
    }
    paths.add(path);
  }

  private static void check(JsonPath path, Schema schema) {
    if (path.isBelow("metadata")) {
      throw new IllegalArgumentException("what is in metadata can be selected or not without it");
    }
    if (!path.isSimple()) {
      throw new IllegalArgumentException("the path must go from name to name");
    }
    SchemaType type = path.follow(schema).map(Schema::type).orElse(SchemaType.ANY);
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException(
          "the path must lead to a string, an integer or a boolean, not to a value of type "
              + type);
    }
  }
}
