package dev.jop.templates;

import java.util.Map;
import java.util.Objects;

/**
 * One folder of templates to render, and what to render it with.
 *
 * @param folder path below the scaffolds' root, for example {@code java/init}
 * @param ifExists what happens when the project already has one of the files
 * @param tokens what {@code __name__} in a template's path stands for, by name; a value may hold
 *     slashes
 * @param model what templates may use, by name; values are strings, booleans, numbers, lists and
 *     public records
 */
public record Scaffold(
    String folder, IfExists ifExists, Map<String, String> tokens, Map<String, Object> model) {

  public Scaffold {
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(ifExists, "ifExists");
    tokens = Map.copyOf(tokens);
    model = Map.copyOf(model);
  }
}
