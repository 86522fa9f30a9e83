package dev.jop.runtime.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no HTTP/1.1, or too much of it, is refused and not guessed at. */
class ResponseHeadTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final int MOST = 1_000_000;

  @ParameterizedTest
  @CsvSource({
    "'nonsense\r\n\r\n', 'this is no answer of HTTP: nonsense'",
    "'HTTP/1.1 20x OK\r\n\r\n', 'this is no answer of HTTP: HTTP/1.1 20x OK'",
    "'HTTP/2.0 200 OK\r\n\r\n', 'this is no answer of HTTP: HTTP/2.0 200 OK'",
    "'HTTP/1.1 2000 OK\r\n\r\n', 'this is no answer of HTTP: HTTP/1.1 2000 OK'",
    "'\u0015\u0003\u0001\r\n\r\n', 'this is no answer of HTTP: \\u0015\\u0003\\u0001'",
    "'HTTP/1.1 101 Go on\r\n\r\n', "
        + "'the server switches to another protocol, which nobody asked for'",
  })
  void refusesAFirstLineThatIsNone(String answer, String message) {
    assertRefused(answer, message);
  }

  @ParameterizedTest
  @CsvSource({
    "'no colon', 'a header without a name: no colon'",
    "': x', 'a header without a name: : x'",
    "'A : x', 'a header without a name: A : x'",
    "'A: x\r\n B: y', 'a header without a name:  B: y'",
    "'A: x\r\n\tB: y', 'a header without a name: \\u0009B: y'",
    "'A: x\ry', 'a carriage return within a line'",
    "'A: \r\r', 'a carriage return within a line'",
    "'A: x\u0000y', 'a header with a control character: A: x\\u0000y'",
    "'A: x\u001by', 'a header with a control character: A: x\\u001by'",
    "'Content-Length: -1', 'this is no length of a body: -1'",
    "'Content-Length: +1', 'this is no length of a body: +1'",
    "'Content-Length: ', 'this is no length of a body: '",
    "'Content-Length: 1, 1', 'this is no length of a body: 1, 1'",
    "'Content-Length: 1\r\ncontent-length: 2', 'this is no length of a body: 1, 2'",
    "'Content-Length: 9999999999999999999', 'this is no length of a body: 9999999999999999999'",
    "'Content-Length: 1\r\nTransfer-Encoding: chunked', "
        + "'an answer that says the length of its body and sends it in chunks'",
    "'Transfer-Encoding: gzip', "
        + "'the answer comes in a form that is not known here: Transfer-Encoding: gzip'",
    "'Transfer-Encoding: gzip, chunked', "
        + "'the answer comes in a form that is not known here: Transfer-Encoding: gzip, chunked'",
    "'Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked', "
        + "'the answer comes in a form that is not known here: Transfer-Encoding: chunked, chunked'",
    "'Content-Encoding: br', "
        + "'the answer comes in a form that is not known here: Content-Encoding: br'",
    "'Content-Encoding: gzip, gzip', "
        + "'the answer comes in a form that is not known here: Content-Encoding: gzip, gzip'",
  })
  void refusesHeadersThatAreNone(String header, String message) {
    assertRefused(OK + header + "\r\n\r\n", message);
  }

  @Test
  void refusesChunksOfAnOlderProtocol() {
    assertRefused(
        "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "the answer comes in a form that is not known here: Transfer-Encoding: chunked");
  }

  @ParameterizedTest
  @CsvSource({
    "'-1\r\n', 'this is no length of a chunk: -1'",
    "'\r\n', 'this is no length of a chunk: '",
    "'1x\r\n', 'this is no length of a chunk: 1x'",
    "'0x1\r\n', 'this is no length of a chunk: 0x1'",
    "'fffffffffffffffff\r\n', 'this is no length of a chunk: fffffffffffffffff'",
    "'1\na\r\n', 'a line that ends without a carriage return'",
    "'1\r\nab\r\n', 'a chunk longer than it said'",
    "'1\r\na\n', 'a line that ends without a carriage return'",
    "'0\r\nno colon\r\n\r\n', 'a header without a name: no colon'",
  })
  void refusesChunksThatAreNone(String chunks, String message) {
    assertRefused(OK + "Transfer-Encoding: chunked\r\n\r\n" + chunks, message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\na",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\na",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n"
      })
  void takesNothingForWholeThatIsCutOff(String answer) {
    assertRefused(answer, "the server closed the connection");
  }

  @Test
  void boundsWhatAHeadMayHave() throws Exception {
    String line = "X: " + "a".repeat(997);
    assertThat(read(OK + (line + "\r\n").repeat(60) + "\r\n").head().headers()).hasSize(60);
    assertRefused(OK + (line + "\r\n").repeat(70) + "\r\n", "a line of more than");
    assertRefused(OK + "X: " + "a".repeat(70_000), "a line of more than");
    assertRefused(OK + "X: a\r\n".repeat(201) + "\r\n", "an answer of more than 200 headers");
    assertRefused("HTTP/1.1 103 Hints\r\n\r\n".repeat(4_000), "an answer whose head has no end");
    assertRefused(
        OK + "Transfer-Encoding: chunked\r\n\r\n1;" + "a".repeat(2_000),
        "a line of more than 1024");
    assertRefused(
        OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + (line + "\r\n").repeat(70),
        "a line of more than");
  }

  @Test
  void boundsWhatABodyMayHave() throws Exception {
    String whole = "a".repeat(MOST);
    assertThat(read(OK + "Content-Length: 1000000\r\n\r\n" + whole).body()).hasSize(MOST);
    assertRefused(
        OK + "Content-Length: 1000001\r\n\r\n" + whole + "b",
        "an answer of more than 1,000,000 bytes, which are the most that are taken");
    assertRefused(OK + "\r\n" + whole + "b", "an answer of more than 1,000,000 bytes");
    assertRefused(
        OK + "Transfer-Encoding: chunked\r\n\r\nf4241\r\n" + whole + "b",
        "an answer of more than 1,000,000 bytes");
  }

  @Test
  void takesWhatIsSaidTwiceInTheSameWay() throws Exception {
    String twice = "Content-Length: 1\r\nContent-Length: 1\r\nContent-Encoding: identity\r\n\r\na";

    assertThat(read(OK + twice).body()).containsExactly('a');
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1, '', true",
    "HTTP/1.1, close, false",
    "HTTP/1.1, 'keep-alive, CLOSE', false",
    "HTTP/1.0, '', false",
    "HTTP/1.0, 'x, Keep-Alive', true"
  })
  void knowsWhetherTheConnectionStaysOpen(String version, String connection, boolean keeps)
      throws Exception {
    String header = connection.isEmpty() ? "" : "Connection: " + connection + "\r\n";
    String answer = version + " 200 OK\r\n" + header + "Content-Length: 0\r\n\r\n";

    assertThat(read(answer).head().framing(true).keeps()).isEqualTo(keeps);
  }

  private static TestConnection.Answer read(String answer) throws IOException {
    return TestConnection.read(new ByteArrayInputStream(answer.getBytes(ISO_8859_1)), MOST);
  }

  private static void assertRefused(String answer, String message) {
    assertThatThrownBy(() -> read(answer))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(message);
  }
}
