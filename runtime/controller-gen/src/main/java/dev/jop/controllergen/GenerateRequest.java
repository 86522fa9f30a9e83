package dev.jop.controllergen;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to make manifests of.
 *
 * @param sources Java files, and folders with all files ending in {@code .java} below them; each
 *     must exist
 * @param classPath what the sources need to be compiled: fabric8's client, jop-markers, and their
 *     own
 * @param outputDir the {@code config} folder that the manifests are for; it is read, never written.
 *     Without it a role that is left over from before is not noticed
 * @param options what can be chosen about the manifests
 * @param javac a compiler to run as a process; by default the one of this JVM, or if it has none,
 *     that of {@code JAVA_HOME} or {@code PATH}
 * @param processorPath where such a process finds jop-controller-gen and what it needs; by default
 *     the class path of this JVM, or if it has none, {@code classPath}
 */
public record GenerateRequest(
    List<Path> sources,
    List<Path> classPath,
    Optional<Path> outputDir,
    GenerateOptions options,
    Optional<Path> javac,
    List<Path> processorPath) {

  /** Copies the lists. */
  public GenerateRequest {
    sources = List.copyOf(sources);
    classPath = List.copyOf(classPath);
    processorPath = List.copyOf(processorPath);
  }

  /** Returns a request with defaults for all else. */
  public static GenerateRequest of(List<Path> sources, List<Path> classPath) {
    return new GenerateRequest(
        sources,
        classPath,
        Optional.empty(),
        GenerateOptions.defaults(),
        Optional.empty(),
        List.of());
  }

  /** Returns the request for a {@code config} folder. */
  public GenerateRequest withOutputDir(Path dir) {
    return new GenerateRequest(sources, classPath, Optional.of(dir), options, javac, processorPath);
  }

  /** Returns the request with other options. */
  public GenerateRequest withOptions(GenerateOptions other) {
    return new GenerateRequest(sources, classPath, outputDir, other, javac, processorPath);
  }

  /** Returns the request to run a certain compiler as a process. */
  public GenerateRequest withJavac(Path executable) {
    return new GenerateRequest(
        sources, classPath, outputDir, options, Optional.of(executable), processorPath);
  }

  /** Returns the request with the place where a compiler's process finds jop-controller-gen. */
  public GenerateRequest withProcessorPath(List<Path> path) {
    return new GenerateRequest(sources, classPath, outputDir, options, javac, path);
  }
}
