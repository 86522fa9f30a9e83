package dev.jop.runtime.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerLimitsTest {

  private static final int HEAD = 8 * 1024;
  private static final int BODY = 20 * 1024;

  private final TestHttpServer server =
      new TestHttpServer(ServerOptions.builder().maxHeaderBytes(HEAD).maxBodyBytes(BODY).build());

  @AfterEach
  void close() {
    server.close();
  }

  private String ask(String request) throws Exception {
    return RawClient.ask(server.address(), request);
  }

  @Test
  void readsHeadersUpToTheirLimit() throws Exception {
    String head = "GET /ok HTTP/1.1\r\nHost: x\r\nA: ";
    assertThat(ask(head + "a".repeat(HEAD - 100) + "\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    assertThat(ask(head + "a".repeat(HEAD + 100) + "\r\n\r\n")).startsWith("HTTP/1.1 431 ");
    assertThat(ask(head + "a".repeat(3 << 20) + "\r\n\r\n")).startsWith("HTTP/1.1 431 ");
    assertThat(ask("GET /ok HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(127) + "\r\n"))
        .startsWith("HTTP/1.1 200 ");
    assertThat(ask("GET /ok HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(128) + "\r\n"))
        .startsWith("HTTP/1.1 431 ");
  }

  @Test
  void readsRequestLinesUpTo16KiB() throws Exception {
    String rest = " HTTP/1.1\r\nHost: x\r\n\r\n";
    assertThat(ask("GET /ok?" + "a".repeat(16_000) + rest)).startsWith("HTTP/1.1 200 ");
    assertThat(ask("GET /ok?" + "a".repeat(17_000) + rest)).startsWith("HTTP/1.1 414 ");
    assertThat(ask("G".repeat(1 << 20))).startsWith("HTTP/1.1 414 ");
  }

  @Test
  void readsBodiesUpToTheirLimit() throws Exception {
    String post = "POST /length HTTP/1.1\r\nHost: x\r\n";
    assertThat(ask(post + "Content-Length: " + BODY + "\r\n\r\n" + "a".repeat(BODY)))
        .endsWith("\r\n\r\n" + BODY);
    assertThat(ask(post + "Content-Length: " + (BODY + 1) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ")
        .endsWith("413 the body is longer than " + BODY + " bytes\n");
    assertThat(ask(post + "Content-Length: 0099999999999999\r\n\r\n")).startsWith("HTTP/1.1 413 ");
    assertThat(
            ask(
                post
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + "400\r\n"
                    + "a".repeat(1024)
                    + "\r\n0\r\n\r\n"))
        .endsWith("\r\n\r\n1024");
  }

  @Test
  void tellsWhoeverSendsTooMuchWhileItIsBeingSent() throws Exception {
    String chunk = "400\r\n" + "a".repeat(1024) + "\r\n";
    assertThat(
            ask(
                "POST /length HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + chunk.repeat(1000)))
        .startsWith("HTTP/1.1 413 ");
    assertThat(
            ask(
                "POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 1048576\r\n\r\n"
                    + "a".repeat(1 << 20)))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void doesNotAskForABodyThatIsTooLong() throws Exception {
    String post = "POST /length HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ";
    assertThat(ask(post + (BODY + 1) + "\r\n\r\n")).startsWith("HTTP/1.1 413 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void refusesOptionsWithoutALimit(int number) {
    ServerOptions.Builder options = ServerOptions.builder();
    assertThatThrownBy(() -> options.headerTime(Duration.ofSeconds(number)).build())
        .hasMessageContaining("times must be positive");
    assertThatThrownBy(() -> ServerOptions.builder().maxConnections(number).build())
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> ServerOptions.builder().maxHeldBytes(1 << 20).build())
        .hasMessageContaining("no room for one request: 1048576 bytes");
  }
}
