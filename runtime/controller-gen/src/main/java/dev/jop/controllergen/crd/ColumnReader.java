package dev.jop.controllergen.crd;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import dev.jop.controllergen.source.AnnotationUse;
import dev.jop.controllergen.source.Sources;
import dev.jop.runtime.marker.PrinterColumn.List;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;

/** Reads the printer columns of a kind and checks that their paths lead somewhere. */
final class ColumnReader {
  private static final Pattern STEP = Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_-]*)");
  private static final Set<String> FORMATS =
      Set.of("", "int32", "int64", "float", "double", "byte", "date", "date-time", "password");

  private final Sources sources;

  ColumnReader(Sources sources) {
    this.sources = sources;
  }

  java.util.List<PrinterColumn> read(TypeElement kind, Schema schema) {
    java.util.List<PrinterColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (AnnotationUse use :
        AnnotationUse.repeated(
            kind, dev.jop.runtime.marker.PrinterColumn.class, List.class, sources.elements())) {
      PrinterColumn column =
          new PrinterColumn(
              use.text("name"),
              use.text("type").toLowerCase(Locale.ROOT),
              use.text("jsonPath"),
              use.text("description"),
              use.text("format"),
              use.number("priority").intValue());
      fault(column, schema).ifPresent(fault -> sources.problems().error(use, fault));
      if (!names.add(column.name())) {
        sources.problems().error(use, "there are two columns with the name " + column.name());
      }
      columns.add(column);
    }
    return columns;
  }

  private static Optional<String> fault(PrinterColumn column, Schema schema) {
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
    if (!column.jsonPath().startsWith(".")) {
      return Optional.of("the path must begin with a dot, as in .spec.replicas");
    }
    return wrongStep(column.jsonPath(), schema)
        .map(step -> "the path " + column.jsonPath() + " leads nowhere: there is no " + step);
  }

  /**
   * Follows the path as far as it goes from name to name; what an index or a filter leads to is not
   * followed.
   */
  private static Optional<String> wrongStep(String path, Schema root) {
    Matcher step = STEP.matcher(path);
    Schema at = root;
    int from = 0;
    while (step.region(from, path.length()).lookingAt()) {
      String name = step.group(1);
      boolean metadata = from == 0 && name.equals("metadata");
      if (metadata) {
        return Optional.empty();
      }
      Schema next = at.properties().getOrDefault(name, at.additional());
      if (next == null) {
        return Optional.of(path.substring(0, step.end()));
      }
      if (next.type() != SchemaType.OBJECT) {
        return step.end() < path.length() && path.charAt(step.end()) == '.'
            ? Optional.of(path.substring(0, step.end()) + " with properties")
            : Optional.empty();
      }
      at = next;
      from = step.end();
    }
    return Optional.empty();
  }
}
