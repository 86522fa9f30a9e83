package dev.jop.controllergen.crd;

import dev.jop.controllergen.source.AnnotationUse;
import java.util.Locale;

/** Reads the columns that annotations of fabric8's generator say, as that generator does. */
final class Fabric8Columns {

  private Fabric8Columns() {}

  /** Returns the column that an annotation on a kind says. */
  static PrinterColumn ofKind(AnnotationUse use) {
    return column(use, use.text("type").toLowerCase(Locale.ROOT), use.text("jsonPath"));
  }

  /** Returns the column of a property. */
  static PrinterColumn ofProperty(PropertyNote note) {
    String type =
        switch (note.schema().type()) {
          case INTEGER, NUMBER, BOOLEAN -> note.schema().type().toString();
          default -> "string";
        };
    return column(note.use(), type, note.path());
  }

  private static PrinterColumn column(AnnotationUse use, String type, String path) {
    String last = path.substring(path.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    String format = use.text("format").toLowerCase(Locale.ROOT).replace('_', '-');
    return new PrinterColumn(
        use.text("name").isEmpty() ? last : use.text("name"),
        type,
        path,
        description(use),
        format.equals("none") ? "" : format,
        use.number("priority").intValue());
  }

  /** One of the two annotations has a description, and calls it as no other does. */
  private static String description(AnnotationUse use) {
    return use.values().getOrDefault("getDescription", "").toString();
  }
}
