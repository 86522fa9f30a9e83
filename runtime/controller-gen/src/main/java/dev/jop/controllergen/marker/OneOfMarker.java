package dev.jop.controllergen.marker;

import dev.jop.controllergen.cel.syntax.CelName;
import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many of some properties an object may have.
 *
 * <p>The rules are those of controller-gen, to the letter.
 */
enum OneOfMarker implements ValueMarker {
  AT_MOST("at most one of the fields in %s may be set"),
  EXACTLY("exactly one of the fields in %s must be set"),
  AT_LEAST("at least one of the fields in %s must be set");

  private final String message;

  OneOfMarker(String message) {
    this.message = message;
  }

  @Override
  public Schema apply(AnnotationUse use, Schema schema) {
    List<String> names = use.texts("value");
    check(names, schema);
    String shown = "[" + String.join(" ", names) + "]";
    return schema.withRule(Rule.of(rule(names), message.formatted(shown), use));
  }

  private String rule(List<String> names) {
    return switch (this) {
      case AT_MOST -> sum(names) + " <= 1";
      case EXACTLY -> sum(names) + " == 1";
      case AT_LEAST ->
          names.stream()
              .map(name -> "has(self." + spoken(name) + ")")
              .collect(Collectors.joining("||"));
    };
  }

  private static String sum(List<String> names) {
    return names.stream()
        .map(name -> "(has(self." + spoken(name) + ")?1:0)")
        .collect(Collectors.joining("+"));
  }

  private static String spoken(String name) {
    return CelName.escaped(name)
        .orElseThrow(() -> new MisuseException("CEL has no name for the property " + name));
  }

  private void check(List<String> names, Schema schema) {
    if (names.size() < (this == AT_LEAST ? 1 : 2)) {
      throw new MisuseException("needs more names of properties");
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw new MisuseException("has a name twice in " + names);
    }
    for (String name : names) {
      Schema property = schema.properties().get(name);
      if (property == null) {
        throw new MisuseException(
            "there is no property " + name + ", but " + schema.properties().keySet());
      }
      if (schema.required().contains(name)) {
        throw new MisuseException(
            "the property " + name + " is required, so there is no choice; make it @Nullable");
      }
      if (property.keyword("default").isPresent()) {
        throw new MisuseException("the property " + name + " has a default, so it is always there");
      }
    }
  }
}
