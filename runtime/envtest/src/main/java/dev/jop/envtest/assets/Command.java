package dev.jop.envtest.assets;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program run to its end, with its output read; it and its children end with this JVM. */
record Command(Path program, Map<String, String> environment, Path folder) {
  private static final int SHOWN_LINES = 5;
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  /** Finds a program in a list of folders as the variable {@code PATH} has it. */
  static Optional<Path> onPath(String name, String path) {
    return Stream.of(path.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Binaries::executable)
        .findFirst();
  }

  Command in(Path other) {
    return new Command(program, environment, other);
  }

  /**
   * Runs the program.
   *
   * @return what it wrote to standard output
   * @throws IOException when its exit code isn't 0; with the last lines that it wrote
   */
  String run(String... arguments) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(program.toString()));
    line.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".out");
    Path errors = Files.createTempFile(folder, "output", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder.redirectInput(Redirect.from(new File("/dev/null")));
      builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
      int code = waitFor(builder.start());
      if (code != 0) {
        throw new IOException(
            "%s %s failed (exit code %d): %s"
                .formatted(program.getFileName(), arguments[0], code, end(errors)));
      }
      return Files.readString(output);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private static int waitFor(Process process) throws InterruptedException {
    Thread hook = new Thread(() -> destroy(process));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return process.waitFor();
    } finally {
      destroy(process);
      awaitEnd(process);
      removeHook(hook);
    }
  }

  /** A killed process ends a moment later; whoever is told that it was ended may rely on that. */
  private static void awaitEnd(Process process) {
    process
        .onExit()
        .completeOnTimeout(process, LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static void destroy(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending, so the hook has done, or is doing, the same.
    }
  }

  private static String end(Path errors) throws IOException {
    List<String> lines = Files.readString(errors).lines().filter(line -> !line.isBlank()).toList();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
  }
}
