package dev.jop.controllergen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Runs the compiler of this JVM. */
record CompilerTask(JavaCompiler compiler) {

  GenerateResult generate(GenerateRequest request, List<Path> files) {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    TreeMap<String, String> manifests = new TreeMap<>();
    try (StandardJavaFileManager manager =
            compiler.getStandardFileManager(collector, Locale.ENGLISH, StandardCharsets.UTF_8);
        ClassPathManager classes = new ClassPathManager(manager, request.classPath())) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              Writer.nullWriter(),
              classes,
              collector,
              CompilerArguments.toReadAlone(),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setLocale(Locale.ENGLISH);
      task.setProcessors(List.of(new ManifestProcessor(request.options(), manifests::putAll)));
      boolean succeeded = task.call();
      classes.refuseUnreadable();
      List<ManifestDiagnostic> errors = diagnostics(collector, Diagnostic.Kind.ERROR);
      List<ManifestDiagnostic> warnings = diagnostics(collector, Diagnostic.Kind.MANDATORY_WARNING);
      if (!succeeded && errors.isEmpty()) {
        throw new GenerateException("the Java compiler failed without saying why");
      }
      return errors.isEmpty()
          ? new GenerateResult(manifests, List.of(), warnings)
          : GenerateResult.failed(errors, warnings);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<ManifestDiagnostic> diagnostics(
      DiagnosticCollector<JavaFileObject> collector, Diagnostic.Kind kind) {
    return collector.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == kind)
        .map(
            diagnostic ->
                new ManifestDiagnostic(
                    Optional.ofNullable(diagnostic.getSource()).map(file -> Path.of(file.toUri())),
                    Math.max(0, diagnostic.getLineNumber()),
                    diagnostic.getMessage(Locale.ENGLISH)))
        .distinct()
        .toList();
  }
}
