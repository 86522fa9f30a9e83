package dev.jop.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValuesTest {

  @Test
  void sendsWhatIsNotAsciiAsUtf8() throws Exception {
    assertThat(head("jürgen 😀")).contains("\r\nImpersonate-User: jürgen 😀\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\rb", "a\nX: y", "a\0", "a\u007f", "a\ud83d", "\ude00a", "a\ud83d\ud83d\ude00"})
  void sendsNothingThatEndsAHeaderOrIsNoText(String value) {
    assertThatThrownBy(() -> head(value))
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith("the header Impersonate-User holds ");
  }

  private static String head(String value) throws IOException {
    HttpRequest request =
        HttpRequest.get(
            "/",
            List.of(new Header("Impersonate-User", value)),
            TimeLimit.of(Duration.ofSeconds(1)));
    return new String(RequestHead.of(request, "host", "", List.of()), StandardCharsets.UTF_8);
  }
}
