package dev.jop.controllergen.marker;

import dev.jop.controllergen.schema.Formats;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.Set;
import java.util.TreeSet;

/** The format of a string or a number. */
final class FormatMarker implements ValueMarker {

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    String format = use.text("value");
    Set<String> known = Formats.of(schema.type());
    if (known.isEmpty()) {
      throw new MisuseException("needs a string or a number, not a value of type " + schema.type());
    }
    if (!known.contains(format)) {
      throw new MisuseException(
          "the API server has no format \""
              + format
              + "\" for a value of type "
              + schema.type()
              + " and would accept anything; it has "
              + new TreeSet<>(known));
    }
    return schema.with("format", format);
  }
}
