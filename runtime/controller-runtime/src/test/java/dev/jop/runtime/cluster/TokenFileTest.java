package dev.jop.runtime.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {

  private final AtomicLong now = new AtomicLong();
  @TempDir private Path folder;

  @Test
  void readsTheFileAnewAfterAMinute() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "old\n");
    TokenFile token = new TokenFile(file, now::get);
    assertThat(token.getToken()).isEqualTo("old");
    Files.writeString(file, "new\n");
    now.set(Duration.ofSeconds(59).toNanos());
    assertThat(token.getToken()).isEqualTo("old");
    now.set(Duration.ofSeconds(60).toNanos());
    assertThat(token.getToken()).isEqualTo("new");
  }

  @Test
  void keepsTheLastTokenWhenTheFileIsGone() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "old");
    TokenFile token = new TokenFile(file, now::get);
    assertThat(token.getToken()).isEqualTo("old");
    Files.delete(file);
    now.set(Duration.ofHours(1).toNanos());

    assertThat(token.getToken()).isEqualTo("old");
  }

  @Test
  void failsWhenThereNeverWasAToken() {
    TokenFile token = new TokenFile(folder.resolve("none"), now::get);
    assertThatThrownBy(token::getToken).isInstanceOf(UncheckedIOException.class);
  }
}
