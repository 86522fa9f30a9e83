package dev.jop.cli.manifest;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Composer;
import dev.jop.cli.change.Tree;
import dev.jop.controllergen.GenerateException;
import dev.jop.controllergen.GenerateRequest;
import dev.jop.controllergen.GenerateResult;
import dev.jop.controllergen.ManifestDiagnostic;
import dev.jop.controllergen.ManifestGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Generates a project's manifests into changes, from its sources as they are or as they will be.
 */
public final class Manifests {
  static final String SOURCES = "src/main/java";
  private static final String CONFIG = "config";

  private final Tree tree;
  private final Supplier<List<Path>> classPath;

  /**
   * For a project.
   *
   * @param classPath what its sources are compiled against; asked only if there are any
   */
  public Manifests(Tree tree, Supplier<List<Path>> classPath) {
    this.tree = tree;
    this.classPath = classPath;
  }

  /**
   * Adds the manifests of the sources, with the changes to them that the composer holds already.
   *
   * @throws CommandException if the sources have errors, with the first of them
   */
  public void addTo(Composer composer) {
    Map<String, String> changed = composer.textsBelow(SOURCES);
    GenerateResult result;
    if (changed.isEmpty()) {
      result = generate(tree.root());
    } else {
      try (SourceMirror mirror = SourceMirror.of(tree, changed)) {
        result = generate(mirror.root());
      }
    }
    result.files().forEach((path, text) -> composer.put(CONFIG + "/" + path, text));
    new StaleDefinitions(tree).removeFrom(composer, result.files().keySet());
  }

  private GenerateResult generate(Path root) {
    Path sources = root.resolve(SOURCES);
    if (!Files.isDirectory(sources)) {
      throw new CommandException("there is no folder " + SOURCES + " to generate manifests from");
    }
    try {
      GenerateResult result =
          ManifestGenerator.generate(
              GenerateRequest.of(List.of(sources), classPath.get())
                  .withOutputDir(tree.root().resolve(CONFIG)));
      if (!result.succeeded()) {
        throw new CommandException(describe(root, result.diagnostics()));
      }
      return result;
    } catch (GenerateException e) {
      throw new CommandException("cannot generate manifests: " + e.getMessage(), e);
    }
  }

  private static String describe(Path root, List<ManifestDiagnostic> errors) {
    ManifestDiagnostic first = errors.get(0);
    String where =
        first.file().map(file -> root.relativize(file) + ":" + first.line() + ": ").orElse("");
    String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more errors)";
    return "cannot generate manifests: " + where + first.message() + more;
  }
}
