package dev.jop.controllergen;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs a compiler as a process, where this JVM has none: in a native image or a JRE.
 *
 * <p>The processor in it writes into a folder of its own, which is read and removed.
 */
record CompilerProcess(Path javac) {

  GenerateResult generate(GenerateRequest request, List<Path> files) {
    try {
      Path work = Files.createTempDirectory("jop-controller-gen");
      try {
        return run(request, files, work);
      } finally {
        delete(work);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private GenerateResult run(GenerateRequest request, List<Path> files, Path work)
      throws IOException {
    Path output = Files.createDirectory(work.resolve("config"));
    Path log = work.resolve("log");
    List<String> arguments = new ArrayList<>(CompilerArguments.toReadAlone());
    arguments.addAll(List.of("-classpath", CompilerArguments.path(request.classPath())));
    arguments.addAll(List.of("-processorpath", CompilerArguments.path(processorPath(request))));
    arguments.addAll(List.of("-processor", ManifestProcessor.class.getName()));
    // Lines of the source between those of a message could not be told from them.
    arguments.add("-XDdiags.formatterOptions=-source");
    arguments.add("-A" + CompilerOptions.OUTPUT + "=" + output);
    arguments.addAll(CompilerOptions.write(request.options()));
    files.forEach(file -> arguments.add(file.toString()));
    Path argumentFile = work.resolve("arguments");
    Files.write(argumentFile, arguments.stream().map(CompilerProcess::quoted).toList());
    Process process =
        new ProcessBuilder(
                javac.toString(),
                "-J-Duser.language=en",
                "-J-Dfile.encoding=UTF-8",
                "@" + argumentFile)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = await(process);
    String text = Files.readString(log, StandardCharsets.UTF_8);
    return exit == 0
        ? new GenerateResult(read(output), List.of(), CompilerLog.warnings(text))
        : GenerateResult.failed(CompilerLog.errors(text), CompilerLog.warnings(text));
  }

  private static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new GenerateException("interrupted while the Java compiler ran", interrupted);
    }
  }

  private static List<Path> processorPath(GenerateRequest request) {
    if (!request.processorPath().isEmpty()) {
      return request.processorPath();
    }
    String own = System.getProperty("java.class.path", "");
    return own.isEmpty()
        ? request.classPath()
        : Arrays.stream(own.split(File.pathSeparator)).map(Path::of).toList();
  }

  /** As an argument file wants it: in quotes, with backslashes doubled. */
  private static String quoted(String argument) {
    return "\"" + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static SortedMap<String, String> read(Path output) throws IOException {
    SortedMap<String, String> manifests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = output.relativize(file).toString().replace(File.separatorChar, '/');
        manifests.put(name, Files.readString(file));
      }
    }
    return manifests;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
