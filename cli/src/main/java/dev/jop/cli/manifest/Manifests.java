package dev.jop.cli.manifest;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Composer;
import dev.jop.cli.change.Tree;
import dev.jop.cli.maven.ClassPaths;
import dev.jop.cli.maven.ProcessorOptions;
import dev.jop.cli.session.Session;
import dev.jop.controllergen.GenerateException;
import dev.jop.controllergen.GenerateOptions;
import dev.jop.controllergen.GenerateRequest;
import dev.jop.controllergen.GenerateResult;
import dev.jop.controllergen.ManifestDiagnostic;
import dev.jop.controllergen.ManifestGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Generates a project's manifests, from its sources as they are or as they will be. */
public final class Manifests {
  static final String SOURCES = "src/main/java";
  static final String DEFINITIONS = "config/crd/bases";
  private static final String CONFIG = "config";

  private final Session session;
  private final Tree tree;
  private final Map<String, String> options;

  /** For a project; the session hears what is doubtful about its sources. */
  public Manifests(Session session, Tree tree) {
    this(session, tree, Map.of());
  }

  /**
   * The same with options for the generator, which come before those in the pom.
   *
   * @param options the options by the names that the compiler knows, such as {@code jop.roleName}
   */
  public Manifests(Session session, Tree tree, Map<String, String> options) {
    this.session = session;
    this.tree = tree;
    this.options = Map.copyOf(options);
  }

  /**
   * Returns the manifests by their paths below {@code config}.
   *
   * @throws CommandException if the sources have errors; the session hears each of them where they
   *     are more than a line
   */
  public SortedMap<String, String> generate() {
    return generate(tree.root()).files();
  }

  /**
   * Adds the manifests of the sources, with the changes to them that the composer holds already.
   *
   * @throws CommandException if the sources have errors; the session hears each of them where they
   *     are more than a line
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
              GenerateRequest.of(List.of(sources), new ClassPaths(session).toCompile())
                  .withOptions(options())
                  .withOutputDir(tree.root().resolve(CONFIG)));
      if (!result.succeeded()) {
        throw refused(root, result.diagnostics());
      }
      result
          .warnings()
          .forEach(warning -> session.err().println("warning: " + describe(root, warning)));
      return result;
    } catch (GenerateException e) {
      throw new CommandException("cannot generate manifests: " + e.getMessage(), e);
    }
  }

  private CommandException refused(Path root, List<ManifestDiagnostic> errors) {
    List<String> described = errors.stream().map(error -> describe(root, error)).toList();
    if (described.size() == 1 && described.get(0).lines().count() == 1) {
      return new CommandException("cannot generate manifests: " + described.get(0));
    }
    described.forEach(error -> session.err().println("error: " + error));
    return new CommandException(
        "cannot generate manifests: the sources have "
            + (described.size() == 1 ? "an error" : described.size() + " errors"));
  }

  private GenerateOptions options() {
    Map<String, String> all = new HashMap<>(ProcessorOptions.of(tree));
    all.putAll(options);
    try {
      return GenerateOptions.of(all);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException("cannot generate manifests: " + wrong.getMessage(), wrong);
    }
  }

  private static String describe(Path root, ManifestDiagnostic found) {
    String line = found.line() > 0 ? ":" + found.line() : "";
    String where = found.file().map(file -> root.relativize(file) + line + ": ").orElse("");
    return where + arranged(found.message());
  }

  /** In one line; but a rule with a caret below it stays as it is, since the place tells. */
  private static String arranged(String message) {
    List<String> lines = message.lines().filter(line -> !line.isBlank()).toList();
    if (lines.stream().noneMatch(line -> line.strip().equals("^"))) {
      return lines.stream()
          .map(String::strip)
          .collect(Collectors.joining("\n"))
          .replaceFirst("\nsymbol: +", ": ")
          .replaceFirst("\nlocation: +", ", in ")
          .replace('\n', ' ');
    }
    String further = String.join("\n", lines.subList(1, lines.size())).stripIndent();
    return (lines.get(0).strip() + "\n" + further.indent(2)).stripTrailing();
  }
}
