package dev.jop.controllergen.cel.check;

import dev.jop.controllergen.source.JarText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All functions and operators that a rule may use.
 *
 * <p>They are listed in {@code functions.txt}, one signature a line, in the order in which the API
 * server tries them. A dot before the name says that the first argument stands before the dot.
 */
final class Functions {
  private static final Pattern LINE = Pattern.compile("(\\.?)(\\S+) (\\S+) \\((.*)\\) -> (.+)");
  private static final Map<String, List<Overload>> ALL = read();

  private Functions() {}

  /** Returns the signatures of a function; none if there is no such function. */
  static List<Overload> overloads(String function) {
    return ALL.getOrDefault(function, List.of());
  }

  private static Map<String, List<Overload>> read() {
    Map<String, List<Overload>> all = new HashMap<>();
    JarText.read(Functions.class, "functions.txt").lines().forEach(line -> read(line, all));
    return all;
  }

  private static void read(String line, Map<String, List<Overload>> all) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("not a signature: " + line);
    }
    all.computeIfAbsent(parts.group(2), name -> new ArrayList<>())
        .add(
            new Overload(
                parts.group(3),
                !parts.group(1).isEmpty(),
                TypeReader.list(parts.group(4)),
                TypeReader.type(parts.group(5))));
  }
}
