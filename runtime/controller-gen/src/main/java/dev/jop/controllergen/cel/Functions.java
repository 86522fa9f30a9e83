package dev.jop.controllergen.cel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    try (InputStream in = Functions.class.getResourceAsStream("functions.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
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
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return all;
  }
}
