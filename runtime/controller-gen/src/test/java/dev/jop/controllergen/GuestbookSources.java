package dev.jop.controllergen;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/** The sources of the guestbook, and the class path that they need. */
final class GuestbookSources {
  static final Path FOLDER = Path.of("src/test/java/dev/jop/controllergen/guestbook");

  private GuestbookSources() {}

  static GenerateRequest request() {
    return GenerateRequest.of(List.of(FOLDER), classPath());
  }

  static List<Path> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> !path.endsWith("test-classes"))
        .toList();
  }

  static SortedMap<String, String> manifests() {
    GenerateResult result = ManifestGenerator.generate(request());
    if (!result.succeeded()) {
      throw new AssertionError(result.diagnostics().toString());
    }
    return result.files();
  }

  static String manifest(String name) {
    return Objects.requireNonNull(manifests().get(name), name);
  }
}
