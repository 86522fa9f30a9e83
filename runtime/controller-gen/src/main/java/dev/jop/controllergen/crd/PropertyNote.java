package dev.jop.controllergen.crd;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.ArrayList;
import java.util.List;

/**
 * An annotation on a property that is about the kind which has the property somewhere.
 *
 * @param use the annotation
 * @param path the way from an object to the property
 * @param schema the schema of the property
 */
record PropertyNote(AnnotationUse use, String path, Schema schema) {

  /** Returns those of a kind in the order of its schema. */
  static List<PropertyNote> of(Schema kind) {
    List<PropertyNote> found = new ArrayList<>();
    collect("", kind, found);
    return found;
  }

  private static void collect(String path, Schema schema, List<PropertyNote> found) {
    for (Object note : schema.notes()) {
      if (note instanceof AnnotationUse use) {
        found.add(new PropertyNote(use, path, schema));
      }
    }
    schema.properties().forEach((name, inner) -> collect(path + "." + escaped(name), inner, found));
    if (schema.items() != null) {
      collect(path + "[*]", schema.items(), found);
    }
    if (schema.additional() != null) {
      collect(path + "[*]", schema.additional(), found);
    }
  }

  private static String escaped(String name) {
    return name.replaceAll("[.\\[\\]\\\\\\s]", "\\\\$0");
  }

  /** Returns those whose annotation is of a type, by its full name. */
  static List<PropertyNote> named(String type, List<PropertyNote> notes) {
    return notes.stream().filter(note -> note.use().qualifiedName().equals(type)).toList();
  }
}
