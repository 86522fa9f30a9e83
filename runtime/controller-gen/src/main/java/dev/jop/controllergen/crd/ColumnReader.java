package dev.jop.controllergen.crd;

import dev.jop.controllergen.marker.Fabric8Packages;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Reads the printer columns of a kind and checks that their paths lead somewhere. */
final class ColumnReader {
  private static final Set<String> FORMATS =
      Set.of("", "int32", "int64", "float", "double", "byte", "date", "date-time", "password");

  private final Sources sources;

  ColumnReader(Sources sources) {
    this.sources = sources;
  }

  /** Returns the columns of the kind's own annotations, and then of those on its properties. */
  List<PrinterColumn> read(TypeElement kind, Schema schema, List<PropertyNote> notes) {
    List<PrinterColumn> columns = new ArrayList<>();
    AnnotationUse.repeated(
            kind,
            dev.jop.markers.crd.PrinterColumn.class,
            dev.jop.markers.crd.PrinterColumn.List.class,
            sources.elements())
        .forEach(use -> add(use, ofKind(use), schema, columns));
    AnnotationUse.named(
            kind, Fabric8Packages.CRD_GENERATOR + "AdditionalPrinterColumn", sources.elements())
        .forEach(use -> add(use, Fabric8Columns.ofKind(use), schema, columns));
    PropertyNote.named(Fabric8Packages.CRD_GENERATOR + "PrinterColumn", notes)
        .forEach(note -> add(note.use(), Fabric8Columns.ofProperty(note), schema, columns));
    return columns;
  }

  private static PrinterColumn ofKind(AnnotationUse use) {
    return new PrinterColumn(
        use.text("name"),
        use.text("type").toLowerCase(Locale.ROOT),
        use.text("jsonPath"),
        use.text("description"),
        use.text("format"),
        use.number("priority").intValue());
  }

  private void add(
      AnnotationUse use, PrinterColumn column, Schema schema, List<PrinterColumn> columns) {
    fault(column).ifPresent(fault -> sources.problems().error(use, fault));
    follow(column, schema, use);
    if (columns.stream().anyMatch(other -> other.name().equals(column.name()))) {
      sources.problems().error(use, "there are two columns with the name " + column.name());
    }
    columns.add(column);
  }

  private static Optional<String> fault(PrinterColumn column) {
    if (column.name().isBlank()) {
      return Optional.of("needs a name");
    }
    if (column.priority() < 0) {
      return Optional.of("the priority " + column.priority() + " is negative");
    }
    if (!FORMATS.contains(column.format())) {
      return Optional.of(
          "the API server has no column format "
              + column.format()
              + ", but "
              + FORMATS.stream().filter(f -> !f.isEmpty()).sorted().toList());
    }
    return Optional.empty();
  }

  private void follow(PrinterColumn column, Schema schema, AnnotationUse use) {
    try {
      JsonPath.parse(column.jsonPath())
          .follow(schema)
          .filter(value -> !isShown(value.type(), column.type()))
          .ifPresent(
              value ->
                  sources
                      .problems()
                      .warning(
                          use,
                          "a column of type "
                              + column.type()
                              + " stays empty for a value of type "
                              + value.type()));
    } catch (IllegalArgumentException wrong) {
      sources.problems().error(use, String.valueOf(wrong.getMessage()));
    }
  }

  private static boolean isShown(SchemaType value, String column) {
    return switch (column) {
      case "integer" -> value == SchemaType.INTEGER || isOpen(value);
      case "number" -> value == SchemaType.INTEGER || value == SchemaType.NUMBER || isOpen(value);
      case "boolean" -> value == SchemaType.BOOLEAN || isOpen(value);
      case "date" -> value == SchemaType.STRING || isOpen(value);
      default -> true;
    };
  }

  private static boolean isOpen(SchemaType value) {
    return value == SchemaType.ANY || value == SchemaType.INT_OR_STRING;
  }
}
