package dev.jop.controllergen;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Manifests, or why there are none.
 *
 * @param files the texts by their paths below {@code config}, such as {@code rbac/role.yaml}; empty
 *     after an error
 * @param diagnostics the errors in the sources
 * @param warnings what is no error but hardly meant
 */
public record GenerateResult(
    SortedMap<String, String> files,
    List<ManifestDiagnostic> diagnostics,
    List<ManifestDiagnostic> warnings) {

  /** Copies the collections. */
  public GenerateResult {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    diagnostics = List.copyOf(diagnostics);
    warnings = List.copyOf(warnings);
  }

  static GenerateResult failed(
      List<ManifestDiagnostic> diagnostics, List<ManifestDiagnostic> warnings) {
    return new GenerateResult(new TreeMap<>(), diagnostics, warnings);
  }

  /** Returns whether the sources have no errors. */
  public boolean succeeded() {
    return diagnostics.isEmpty();
  }

  /**
   * Writes the manifests into a {@code config} folder, and only those whose text changes.
   *
   * @return the files that were written
   * @throws IllegalStateException if there are errors
   * @throws java.io.UncheckedIOException if a file cannot be written; those before it are
   */
  public List<Path> writeTo(Path outputDir) {
    if (!succeeded()) {
      throw new IllegalStateException("there are no manifests: " + diagnostics.get(0));
    }
    return new ManifestFolder(outputDir).write(files);
  }
}
