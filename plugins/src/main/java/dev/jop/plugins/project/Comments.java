package dev.jop.plugins.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The comment lines of a YAML text, by the field that each block of them stands above.
 *
 * <p>A field is known by its indentation and name and by how many like it came before; that holds
 * as long as what is rewritten keeps its order, which a PROJECT file does.
 */
final class Comments {
  private final Map<String, List<String>> above = new LinkedHashMap<>();
  private final List<String> atEnd;

  private Comments(String text) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<String> block = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.stripLeading().startsWith("#")) {
        block.add(line);
      } else if (!line.isBlank()) {
        String field = field(line, seen);
        if (!block.isEmpty()) {
          above.put(field, List.copyOf(block));
          block.clear();
        }
      }
    }
    atEnd = List.copyOf(block);
  }

  static Comments of(String text) {
    return new Comments(text);
  }

  /** The text with each block above its field; blocks whose field is gone stand at the end. */
  String putInto(String text) {
    Map<String, List<String>> left = new LinkedHashMap<>(above);
    Map<String, Integer> seen = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      List<String> block = left.remove(field(line, seen));
      if (block != null) {
        lines.addAll(block);
      }
      lines.add(line);
    }
    left.values().forEach(lines::addAll);
    lines.addAll(atEnd);
    return String.join("\n", lines) + "\n";
  }

  private static String field(String line, Map<String, Integer> seen) {
    int colon = line.indexOf(':');
    String name = colon < 0 ? line : line.substring(0, colon);
    return name + "#" + seen.merge(name, 1, Integer::sum);
  }
}
