package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The module's README leaves out nothing that a user can say. */
class ReadmeTest {
  private static final Path MARKERS = Path.of("../markers/src/main/java/dev/jop/markers");

  private final String readme = read(Path.of("README.md"));

  @Test
  void namesEveryAnnotation() throws IOException {
    try (Stream<Path> files = Files.walk(MARKERS)) {
      Set<String> annotations =
          files
              .filter(Files::isRegularFile)
              .filter(file -> read(file).contains("public @interface "))
              .map(file -> "`@" + file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
      assertThat(annotations).hasSizeGreaterThan(40).allSatisfy(this::isNamed);
    }
  }

  @Test
  void namesEveryOptionOfTheCompiler() {
    assertThat(new ManifestProcessor().getSupportedOptions())
        .isNotEmpty()
        .allSatisfy(option -> assertThat(readme).contains("`-A" + option + "="));
  }

  private void isNamed(String annotation) {
    assertThat(readme).containsAnyOf(annotation + "`", annotation + "(");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
