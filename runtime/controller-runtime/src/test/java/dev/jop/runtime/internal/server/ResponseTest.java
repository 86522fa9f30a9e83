package dev.jop.runtime.internal.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.internal.text.Printable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nB: c", "a\nb", "\0", "ä"})
  void refusesValuesThatCouldNotBeSent(String value) {
    assertThatThrownBy(() -> Response.text(200, "").withHeader("A", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"A: " + Printable.of(value))
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:", "a\r\n"})
  void refusesNamesThatCouldNotBeSent(String name) {
    assertThatThrownBy(() -> Response.text(200, "").withHeader(name, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length", "transfer-encoding", "Connection"})
  void leavesToTheServerWhatFramesAnAnswer(String name) {
    assertThatThrownBy(() -> Response.text(200, "").withHeader(name, "1"))
        .hasMessage("the server itself says " + name);
  }

  @Test
  void refusesWhatIsNoStatusOfAnAnswer() {
    assertThatThrownBy(() -> Response.text(101, "")).hasMessageContaining("not 101");
    assertThatThrownBy(() -> Response.text(600, "")).hasMessageContaining("not 600");
  }
}
