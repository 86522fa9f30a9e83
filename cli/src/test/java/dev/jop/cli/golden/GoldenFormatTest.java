package dev.jop.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scaffolded Java is formatted already: google-java-format has nothing to change. */
class GoldenFormatTest {

  static List<Path> sources() throws IOException {
    try (Stream<Path> paths = Files.walk(GoldenProject.ROOT)) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .map(GoldenProject.ROOT::relativize)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("sources")
  void isFormatted(Path source) throws IOException, FormatterException {
    String text = Files.readString(GoldenProject.ROOT.resolve(source));

    assertThat(new Formatter().formatSourceAndFixImports(text)).isEqualTo(text);
  }
}
