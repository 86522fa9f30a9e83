package dev.jop.runtime.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTokensTest {

  private final AtomicLong now = new AtomicLong();
  @TempDir private Path folder;
  private Path file = Path.of("/");

  @BeforeEach
  void writeToken() throws IOException {
    file = Files.writeString(folder.resolve("token"), " old\n");
  }

  @Test
  void readsTheFileAnewAfterFiftySeconds() throws Exception {
    FileTokens tokens = tokens("");
    assertThat(tokens.token()).isEqualTo("old");
    Files.writeString(file, "new\n");
    pass(Duration.ofSeconds(49));
    assertThat(tokens.token()).isEqualTo("old");
    pass(Duration.ofSeconds(1));
    assertThat(tokens.token()).isEqualTo("new");
  }

  @Test
  void readsTheFileAnewWhenTheServerRefusesItsToken() throws Exception {
    FileTokens tokens = tokens("");
    assertThat(tokens.token()).isEqualTo("old");
    assertThat(tokens.rejected("old")).isFalse();
    Files.writeString(file, "new");

    assertThat(tokens.rejected("old")).isTrue();
    assertThat(tokens.token()).isEqualTo("new");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "two\nlines", "MISSING", "HUGE", "FOLDER"})
  void keepsTheLastTokenAsLongAsTheFileIsOfNoUse(String content) throws Exception {
    FileTokens tokens = tokens("");
    assertThat(tokens.token()).isEqualTo("old");
    Files.delete(file);
    switch (content) {
      case "MISSING" -> {}
      case "FOLDER" -> Files.createDirectory(file);
      case "HUGE" -> Files.writeString(file, "x".repeat(100_000));
      default -> Files.writeString(file, content);
    }
    pass(Duration.ofHours(1));
    assertThat(tokens.token()).isEqualTo("old");
    Files.deleteIfExists(file);
    Files.writeString(file, "new");

    assertThat(tokens.token()).isEqualTo("new");
  }

  @Test
  void sendsTheOtherTokenUntilTheFileIsThere() throws Exception {
    Files.delete(file);
    FileTokens tokens = tokens("other");
    assertThat(tokens.token()).isEqualTo("other");
    Files.writeString(file, "new");

    assertThat(tokens.token()).isEqualTo("new");
  }

  @Test
  void failsWhenThereNeverWasAToken() throws Exception {
    Files.writeString(file, "");
    assertThatThrownBy(() -> tokens("").token())
        .isInstanceOf(CredentialsException.class)
        .hasMessage("the file " + file + " gave an empty token");
    Files.delete(file);
    assertThatThrownBy(() -> tokens("").token()).hasMessage("there is no token file " + file);
  }

  private FileTokens tokens(String other) {
    return new FileTokens(file, other, now::get);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
