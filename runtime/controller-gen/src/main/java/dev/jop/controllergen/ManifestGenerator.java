package dev.jop.controllergen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Makes manifests of sources as values; what becomes of them is the caller's business.
 *
 * <p>Nothing is compiled to class files, so the bodies of methods may be wrong or unfinished. It is
 * safe to use from several threads.
 */
public final class ManifestGenerator {

  private ManifestGenerator() {}

  /**
   * Returns the manifests, or the errors in the sources.
   *
   * @throws GenerateException if a source cannot be read, or there is no compiler
   */
  public static GenerateResult generate(GenerateRequest request) {
    List<Path> files = javaFiles(request.sources());
    if (files.isEmpty()) {
      return finish(request, new GenerateResult(new TreeMap<>(), List.of(), List.of()));
    }
    JavaCompiler compiler =
        request.javac().isPresent() ? null : ToolProvider.getSystemJavaCompiler();
    GenerateResult result =
        compiler != null
            ? new CompilerTask(compiler).generate(request, files)
            : new CompilerProcess(JavacLocator.locate(request)).generate(request, files);
    return finish(request, result);
  }

  private static GenerateResult finish(GenerateRequest request, GenerateResult result) {
    if (!result.succeeded() || request.outputDir().isEmpty()) {
      return result;
    }
    ManifestFolder folder = new ManifestFolder(request.outputDir().get());
    return new GenerateResult(
        folder.withEmptied(result.files(), request.options()), List.of(), result.warnings());
  }

  /** All files, in an order that does not depend on the file system. */
  private static List<Path> javaFiles(List<Path> sources) {
    List<Path> files = new ArrayList<>();
    for (Path source : sources) {
      try (Stream<Path> below = Files.walk(source)) {
        below.filter(Files::isRegularFile).filter(ManifestGenerator::isJava).forEach(files::add);
      } catch (IOException | java.io.UncheckedIOException failure) {
        throw new GenerateException(
            "cannot read the sources in " + source + ": does it exist?", failure);
      }
    }
    return files.stream().distinct().sorted().toList();
  }

  /** A module's declaration would hide the class path, and says nothing about manifests. */
  private static boolean isJava(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.equals("module-info.java");
  }
}
