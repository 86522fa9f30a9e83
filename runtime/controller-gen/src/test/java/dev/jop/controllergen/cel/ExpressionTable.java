package dev.jop.controllergen.cel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of {@code expressions.txt}, by the name of the schema that they are about. */
final class ExpressionTable {
  private final List<String> lines;

  /** An expression and what the API server says to it. */
  record Line(String verdict, String expression) {

    @Override
    public String toString() {
      return "%-7s| %s".formatted(verdict, expression);
    }
  }

  private ExpressionTable(List<String> lines) {
    this.lines = lines;
  }

  static ExpressionTable read() {
    try (InputStream in = ExpressionTable.class.getResourceAsStream("/cel/expressions.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new ExpressionTable(text.lines().toList());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  Map<String, List<Line>> bySchema() {
    Map<String, List<Line>> all = new LinkedHashMap<>();
    List<Line> current = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("== ")) {
        current = new ArrayList<>();
        all.put(line.substring(3), current);
      } else if (isExpression(line)) {
        current.add(parse(line));
      }
    }
    return all;
  }

  /** Returns the text of the table with other verdicts. */
  String with(Map<String, List<Line>> others) {
    List<Line> all = new ArrayList<>();
    others.values().forEach(all::addAll);
    int[] next = {0};
    return lines.stream()
        .map(line -> isExpression(line) ? all.get(next[0]++).toString() : line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Returns the lines of which two lists do not say the same. */
  static List<String> differences(List<Line> table, List<Line> others) {
    return IntStream.range(0, table.size())
        .filter(i -> !table.get(i).equals(others.get(i)))
        .mapToObj(i -> table.get(i) + "   says " + others.get(i).verdict())
        .toList();
  }

  private static boolean isExpression(String line) {
    return !line.isEmpty() && !line.startsWith("#") && !line.startsWith("==");
  }

  private static Line parse(String line) {
    int bar = line.indexOf('|');
    return new Line(line.substring(0, bar).strip(), line.substring(bar + 2));
  }
}
