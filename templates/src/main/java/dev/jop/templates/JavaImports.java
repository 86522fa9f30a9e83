package dev.jop.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Keeps the imports of a Java source in the order of google-java-format, whatever the packages are
 * called.
 */
public final class JavaImports {
  private static final String IMPORT = "import ";
  private static final String STATIC_IMPORT = "import static ";

  private JavaImports() {}

  /**
   * Puts imports that are not there where they belong among those that are; the source is in that
   * order already.
   */
  public static String insert(String source, List<String> imports) {
    List<String> lines = new ArrayList<>(List.of(source.split("\n", -1)));
    for (String statement : new TreeSet<>(imports)) {
      insert(lines, statement);
    }
    return String.join("\n", lines);
  }

  /** Sorts the imports of a source that are neither static nor separated by other lines. */
  static String sort(String source) {
    List<String> lines = new ArrayList<>(List.of(source.split("\n", -1)));
    int start = first(lines);
    int end = start;
    while (end < lines.size() && isPlain(lines.get(end))) {
      end++;
    }
    lines.subList(start, end).sort(JavaImports::compare);
    return String.join("\n", lines);
  }

  private static void insert(List<String> lines, String statement) {
    int at = first(lines);
    while (at < lines.size() && isPlain(lines.get(at)) && compare(lines.get(at), statement) < 0) {
      at++;
    }
    if (at < lines.size()) {
      lines.add(at, statement);
      return;
    }
    int above = lastStaticImportOrPackage(lines);
    lines.addAll(above + 1, above < 0 ? List.of(statement, "") : List.of("", statement));
  }

  /** By the name that is imported, without the semicolon: a class comes before what is in it. */
  private static int compare(String one, String other) {
    return one.replace(";", "").compareTo(other.replace(";", ""));
  }

  private static int first(List<String> lines) {
    int at = 0;
    while (at < lines.size() && !isPlain(lines.get(at))) {
      at++;
    }
    return at;
  }

  private static int lastStaticImportOrPackage(List<String> lines) {
    int found = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("package ") || lines.get(i).startsWith(STATIC_IMPORT)) {
        found = i;
      }
    }
    return found;
  }

  private static boolean isPlain(String line) {
    return line.startsWith(IMPORT) && !line.startsWith(STATIC_IMPORT);
  }
}
