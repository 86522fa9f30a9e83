package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
  @TempDir Path folder;

  @Test
  void endWithTheLastTwentyLines() throws Exception {
    String text =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> "line " + i + "\n")
            .collect(Collectors.joining());
    Path log = Files.writeString(folder.resolve("log"), text);

    assertThat(Logs.end(log, 0).lines()).hasSize(20).startsWith("line 11").endsWith("line 30");
  }

  @Test
  void leaveOutWhatAnEarlierRunWrote() throws Exception {
    Path log = Files.writeString(folder.resolve("log"), "address already in use\nnew\n");

    assertThat(Logs.end(log, "address already in use\n".length())).isEqualTo("new");
    assertThat(Logs.end(log, 1_000)).isEmpty();
  }

  @Test
  void cutLinesThatAreVeryLong() throws Exception {
    Path log = Files.writeString(folder.resolve("log"), "x".repeat(500_000) + "\nlast");

    assertThat(Logs.end(log, 0)).hasSizeLessThan(1_100).endsWith("…\nlast");
  }

  @Test
  void sayThatThereIsNone() {
    assertThat(Logs.end(folder.resolve("none"), 0)).startsWith("(no log: ");
  }
}
