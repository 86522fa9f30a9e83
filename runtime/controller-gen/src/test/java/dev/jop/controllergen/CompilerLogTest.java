package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompilerLogTest {
  private static final String TEXT =
      """
      /a/Thing.java:3: error: first
          more of it
            ^
      warning: doubtful
        in two lines
      Note: Some input files use unchecked or unsafe operations.
      /a/Thing.java:9: warning: last
      error: nowhere

      with a gap
      2 errors
      2 warnings
      """;

  @Test
  void keepsTheLinesOfAMessageTogether() {
    assertThat(CompilerLog.errors(TEXT))
        .containsExactly(
            new ManifestDiagnostic(
                Optional.of(Path.of("/a/Thing.java")), 3, "first\n    more of it\n      ^"),
            new ManifestDiagnostic(Optional.empty(), 0, "nowhere\n\nwith a gap"));
    assertThat(CompilerLog.warnings(TEXT))
        .containsExactly(
            new ManifestDiagnostic(Optional.empty(), 0, "doubtful\n  in two lines"),
            new ManifestDiagnostic(Optional.of(Path.of("/a/Thing.java")), 9, "last"));
  }

  @Test
  void takesTheWholeTextWhereThereIsNoError() {
    assertThat(CompilerLog.errors("javac: file not found\nUsage\n"))
        .containsExactly(
            new ManifestDiagnostic(
                Optional.empty(), 0, "the Java compiler failed: javac: file not found\nUsage"));
  }
}
