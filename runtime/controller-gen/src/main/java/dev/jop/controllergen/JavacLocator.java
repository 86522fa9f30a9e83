package dev.jop.controllergen;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds a Java compiler to run as a process. */
final class JavacLocator {

  private JavacLocator() {}

  static Path locate(GenerateRequest request) {
    return request.javac().orElseGet(() -> locate(System.getenv()));
  }

  static Path locate(Map<String, String> environment) {
    boolean windows = File.separatorChar == '\\';
    String name = windows ? "javac.exe" : "javac";
    List<Path> candidates = new ArrayList<>();
    String home = environment.getOrDefault("JAVA_HOME", "");
    if (!home.isEmpty()) {
      candidates.add(Path.of(home, "bin", name));
    }
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (!folder.isEmpty()) {
        candidates.add(Path.of(folder, name));
      }
    }
    return candidates.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new GenerateException(
                    "no Java compiler in JAVA_HOME or PATH; install a JDK (not a JRE) 17 or later and set JAVA_HOME to it"));
  }
}
