package dev.jop.cli.change;

import dev.jop.cli.CommandException;
import dev.jop.templates.JavaImports;
import dev.jop.templates.Rendered;
import java.util.List;

/**
 * Puts a fragment into a file's text, once.
 *
 * <p>Lines go before the line with the scaffold marker and take its indentation. A fragment that is
 * there is not inserted again, also when the user has edited or commented it out. Imports of Java
 * go where the order of imports wants them and need no marker.
 */
final class Insertion {
  private static final String MARKER = "+kubebuilder:scaffold:";
  private static final String IMPORTS = "imports";

  private Insertion() {}

  static String insert(String text, Rendered.Fragment fragment) {
    boolean windows = text.contains("\r\n");
    String unix = windows ? text.replace("\r\n", "\n") : text;
    List<String> lines = missing(unix, fragment);
    if (lines.isEmpty()) {
      return text;
    }
    String changed =
        fragment.marker().equals(IMPORTS) && fragment.path().endsWith(".java")
            ? JavaImports.insert(unix, lines)
            : beforeMarker(unix, fragment, lines);
    return windows ? changed.replace("\n", "\r\n") : changed;
  }

  private static List<String> missing(String text, Rendered.Fragment fragment) {
    List<String> lines = fragment.text().lines().filter(line -> !line.isBlank()).toList();
    if (fragment.unlessPresent().isEmpty()) {
      return lines.stream().filter(line -> !text.contains(line.strip())).toList();
    }
    return text.contains(fragment.unlessPresent()) ? List.of() : lines;
  }

  private static String beforeMarker(String text, Rendered.Fragment fragment, List<String> lines) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      String line = text.substring(start, end < 0 ? text.length() : end);
      if (line.strip().endsWith(MARKER + fragment.marker())) {
        String indent = line.substring(0, line.indexOf(line.strip()));
        StringBuilder inserted = new StringBuilder();
        lines.forEach(added -> inserted.append(indent).append(added).append('\n'));
        return text.substring(0, start) + inserted + text.substring(start);
      }
      start = end < 0 ? text.length() : end + 1;
    }
    throw new CommandException(
        fragment.path()
            + ": the line \""
            + comment(fragment.path())
            + " "
            + MARKER
            + fragment.marker()
            + "\" is missing; put it back, or insert by hand: "
            + String.join(" and ", lines));
  }

  private static String comment(String path) {
    return path.endsWith(".java") ? "//" : "#";
  }
}
