package dev.jop.runtime.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadTest {

  @Test
  void writesWhatRfc9112Says() throws Exception {
    HttpRequest request =
        request("PUT", "/a?b=c", new byte[3], new Header("X-Own", "1"), new Header("host", "evil"));

    assertThat(
            new String(
                RequestHead.of(request, "example.com", "/base", List.of(new Header("Y", "2"))),
                US_ASCII))
        .isEqualTo(
            """
            PUT /base/a?b=c HTTP/1.1
            Host: example.com
            X-Own: 1
            Y: 2
            Content-Length: 3

            """
                .replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "'a\r\nX: y', 'the header Authorization holds a carriage return as character 2,'",
    "'a\nX: y', 'the header Authorization holds a line feed as character 2,'",
    "'\u0000', 'the header Authorization holds a NUL as character 1,'",
    "'ab\u001b', 'the header Authorization holds U+001B as character 3,'",
    "'\u007f', 'the header Authorization holds U+007F as character 1,'",
    "'a\ud83d', 'the header Authorization holds U+D83D as character 2,'"
  })
  void sendsNoHeaderThatWouldBeReadAsSomethingElse(String value, String message) {
    assertThatThrownBy(
            () -> write(request("GET", "/", new byte[0], new Header("Authorization", value))))
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining(value);
  }

  @ParameterizedTest
  @CsvSource({
    "'/a b', 'the path of the request holds a space as character 3,'",
    "'/a HTTP/1.1\r\nX: y', 'the path of the request holds a space as character 3,'",
    "'/\r', 'the path of the request holds a carriage return as character 2,'",
    "'/a#b', 'the path of the request holds a # as character 3,'",
    "'/ä', 'the path of the request holds U+00E4 as character 2,'"
  })
  void sendsNoPathThatWouldBeReadAsSomethingElse(String path, String message) {
    assertThatThrownBy(() -> write(request("GET", path, new byte[0])))
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void sendsNoMethodOrNameThatIsNone() {
    assertThatThrownBy(() -> write(request("GET /x", "/", new byte[0])))
        .hasMessageStartingWith("the method holds a space");
    assertThatThrownBy(() -> write(request("", "/", new byte[0])))
        .hasMessage("the method is empty");
    assertThatThrownBy(() -> write(request("GET", "/", new byte[0], new Header("A:b", "c"))))
        .hasMessageStartingWith("a header's name holds U+003A");
  }

  private static byte[] write(HttpRequest request) throws ProtocolException {
    return RequestHead.of(request, "example.com", "", List.of());
  }

  private static HttpRequest request(String method, String target, byte[] body, Header... headers) {
    return new HttpRequest(
        method, target, List.of(headers), body, TimeLimit.of(Duration.ofSeconds(1)));
  }
}
