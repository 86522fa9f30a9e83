package dev.jop.controllergen.cel;

import dev.jop.controllergen.schema.Schema;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The field that a rule's message is about, such as {@code .spec.names['a.b']}.
 *
 * <p>It leads through objects and maps, never into a list.
 */
final class FieldPath {
  private static final Pattern STEP =
      Pattern.compile("\\.([^.\\[\\]'][^.\\[\\]]*)|\\['((?:[^'\\\\]|\\\\['\\\\])*)']");

  private FieldPath() {}

  /** Returns why a path leads nowhere; nothing if it leads to a field of the schema. */
  static Optional<String> fault(String path, Schema schema) {
    Matcher step = STEP.matcher(path);
    Schema at = schema;
    int end = 0;
    while (end < path.length()) {
      if (!step.find(end) || step.start() != end) {
        return Optional.of(
            "'%s' in '%s' is no step such as .name or ['name']"
                .formatted(path.substring(end), path));
      }
      String name =
          step.group(1) == null ? step.group(2).replaceAll("\\\\(.)", "$1") : step.group(1);
      Schema below = below(at, name);
      if (below == null) {
        return Optional.of(
            "there is no field '%s' at '%s'".formatted(name, path.substring(0, end)));
      }
      at = below;
      end = step.end();
    }
    return Optional.empty();
  }

  private static @Nullable Schema below(Schema schema, String name) {
    return schema.properties().isEmpty() ? schema.additional() : schema.properties().get(name);
  }
}
