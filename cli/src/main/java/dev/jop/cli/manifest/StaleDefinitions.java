package dev.jop.cli.manifest;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Composer;
import dev.jop.cli.change.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * CRDs that were generated from kinds that are gone.
 *
 * <p>One is removed only if it is sure to be generated, and if {@code
 * config/crd/kustomization.yaml} does not list it any more: else the line there would name a file
 * that is missing.
 */
final class StaleDefinitions {
  private static final String LIST = "config/crd/kustomization.yaml";
  private static final String GENERATED = "controller-gen.jop.dev/version:";

  private final Tree tree;

  StaleDefinitions(Tree tree) {
    this.tree = tree;
  }

  void removeFrom(Composer composer, Collection<String> generated) {
    String listed = tree.read(LIST).orElse("");
    for (String name : definitions()) {
      String path = Manifests.DEFINITIONS + "/" + name;
      boolean fresh = generated.contains("crd/bases/" + name);
      if (!fresh && !listed.contains(name) && tree.read(path).orElse("").contains(GENERATED)) {
        composer.delete(path);
      }
    }
  }

  /** The names of the files that hold definitions, generated or not. */
  List<String> definitions() {
    Path bases = tree.root().resolve(Manifests.DEFINITIONS);
    if (!Files.isDirectory(bases)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(bases)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new CommandException("cannot read " + Manifests.DEFINITIONS + ": " + e.getMessage(), e);
    }
  }
}
