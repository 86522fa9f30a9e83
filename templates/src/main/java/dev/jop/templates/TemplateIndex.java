package dev.jop.templates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The sorted paths of all templates, listed by the build: a native image has no class path to
 * search.
 */
final class TemplateIndex {
  private static final String INDEX = "index.txt";

  private final List<String> paths;

  private TemplateIndex(List<String> paths) {
    this.paths = List.copyOf(paths);
  }

  static TemplateIndex load() {
    try (InputStream in = TemplateIndex.class.getResourceAsStream(INDEX)) {
      if (in == null) {
        throw new TemplateException("the list of templates, " + INDEX + ", is missing in the jar");
      }
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return new TemplateIndex(reader.lines().filter(line -> !line.isBlank()).toList());
      }
    } catch (IOException e) {
      throw new TemplateException("cannot read the list of templates", e);
    }
  }

  /** The templates below a folder, relative to it; never empty. */
  List<String> in(String folder) {
    String prefix = folder + "/";
    List<String> found =
        paths.stream()
            .filter(path -> path.startsWith(prefix))
            .map(path -> path.substring(prefix.length()))
            .toList();
    if (found.isEmpty()) {
      throw new TemplateException("there are no templates in " + folder);
    }
    return found;
  }
}
