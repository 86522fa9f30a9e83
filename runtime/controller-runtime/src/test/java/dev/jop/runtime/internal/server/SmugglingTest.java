package dev.jop.runtime.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What two readers could take for different requests, and what is none at all. */
class SmugglingTest {

  private static final TestHttpServer SERVER = new TestHttpServer(ServerOptions.defaults());
  private static final String GET = "GET /ok HTTP/1.1\r\nHost: x\r\n";
  private static final String POST = "POST /echo HTTP/1.1\r\nHost: x\r\n";
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";

  /** What must never be taken for a request of its own. */
  private static final String HIDDEN = "GET /below/hidden HTTP/1.1\r\nHost: x\r\n\r\n";

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Arguments> shapes() {
    String chunks = "Transfer-Encoding: chunked\r\n";
    return Stream.of(
        Arguments.of(400, POST + "Content-Length: 5\r\n" + chunks + "\r\n0\r\n\r\n"),
        Arguments.of(400, POST + chunks + "Content-Length: 5\r\n\r\n0\r\n\r\n"),
        Arguments.of(400, POST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        Arguments.of(400, POST + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nab"),
        Arguments.of(400, POST + "Content-Length: 2, 2\r\n\r\nab"),
        Arguments.of(400, POST + "Content-Length: +2\r\n\r\nab"),
        Arguments.of(400, POST + "Content-Length: -2\r\n\r\nab"),
        Arguments.of(400, POST + "Content-Length: 0x2\r\n\r\nab"),
        Arguments.of(400, POST + "Content-Length: 2a\r\n\r\nab"),
        Arguments.of(400, POST + "Content-Length : 2\r\n\r\nab"),
        Arguments.of(400, POST + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"),
        Arguments.of(501, POST + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        Arguments.of(400, POST + chunks + chunks + "\r\n0\r\n\r\n"),
        Arguments.of(400, CHUNKED + "zz\r\nab\r\n0\r\n\r\n"),
        Arguments.of(400, CHUNKED + "+2\r\nab\r\n0\r\n\r\n"),
        Arguments.of(400, CHUNKED + "-2\r\nab\r\n0\r\n\r\n"),
        Arguments.of(400, CHUNKED + "0x2\r\nab\r\n0\r\n\r\n"),
        Arguments.of(400, CHUNKED + "\r\nab\r\n0\r\n\r\n"),
        Arguments.of(400, CHUNKED + "10000000000000002\r\nab\r\n0\r\n\r\n"),
        Arguments.of(400, CHUNKED + "2\r\nabc\r\n0\r\n\r\n"),
        Arguments.of(400, CHUNKED + "2\nab\r\n0\r\n\r\n"),
        Arguments.of(400, CHUNKED + "2;a\nb\r\nab\r\n0\r\n\r\n"),
        Arguments.of(400, CHUNKED + "2\r\nab\n0\r\n\r\n"),
        Arguments.of(400, "POST /echo HTTP/1.0\r\n" + chunks + "\r\n0\r\n\r\n"),
        Arguments.of(400, GET + "A: b\rB: c\r\n\r\n"),
        Arguments.of(400, GET + "A: b\0c\r\n\r\n"),
        Arguments.of(400, GET + "A b: c\r\n\r\n"),
        Arguments.of(400, GET + "A\r\n\r\n"),
        Arguments.of(400, GET + ": c\r\n\r\n"),
        Arguments.of(400, "GET /ok HTTP/1.1\nHost: x\n\n"),
        Arguments.of(400, "GET /ok HTTP/1.1\r\nHost: x\n\r\n"),
        Arguments.of(400, "GET /ok HTTP/1.1\r\n\r\n"),
        Arguments.of(400, GET + "Host: y\r\n\r\n"),
        Arguments.of(400, "GET /ok HTTP/1.1\r\nHost: x y\r\n\r\n"),
        Arguments.of(400, "GET /ok HTTP/1.1\r\nHost: x/y\r\n\r\n"),
        Arguments.of(400, "GET /ok HTTP/1.9x\r\nHost: x\r\n\r\n"),
        Arguments.of(505, "GET /ok HTTP/2.0\r\nHost: x\r\n\r\n"),
        Arguments.of(400, "GET /ok\r\nHost: x\r\n\r\n"),
        Arguments.of(400, "GET\r\n\r\n"),
        Arguments.of(400, "\u0016\u0003\u0001\u0000\u0005hello\r\n\r\n"),
        Arguments.of(505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void refusesDoubtfulShapesAndReadsNothingAfterThem(int status, String request) throws Exception {
    try (RawClient client = new RawClient(SERVER.address())) {
      client.send(request + HIDDEN);
      assertThat(client.answer()).startsWith("HTTP/1.1 " + status + " ").doesNotContain("hidden");
      assertThat(client.isClosedWithin(10_000)).isTrue();
    }
  }

  @Test
  void putsAFoldedHeaderIntoOneLine() throws Exception {
    SERVER.http.handle(
        "/folded",
        Set.of(),
        request -> Response.text(200, request.headers().keySet() + request.header("a").orElse("")));

    assertThat(
            RawClient.ask(
                SERVER.address(), "GET /folded HTTP/1.1\r\nHost: x\r\nA: b\r\n B: c\r\n\r\n"))
        .endsWith("\r\n\r\n[A, Host]b B: c");
  }

  @Test
  void outlivesGarbage() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] words = {
      "GET ",
      "POST ",
      "/ok",
      "/echo",
      " HTTP/1.1",
      "\r\n",
      "\n",
      "\r",
      "Host: x",
      "Content-Length: ",
      "5",
      "Transfer-Encoding: chunked",
      "0\r\n\r\n",
      "a",
      ":",
      " ",
      "\0",
      "\u00ff",
      "%",
      "..",
      "?",
      "\r\n\r\n",
      "Expect: 100-continue",
      "Connection: close",
      "99999999999",
      ";",
      ","
    };
    for (int i = 0; i < 500; i++) {
      StringBuilder garbage = new StringBuilder(random.nextBoolean() ? GET : POST);
      for (int n = random.nextInt(30); n > 0; n--) {
        garbage.append(words[random.nextInt(words.length)]);
      }
      try (RawClient client = new RawClient(SERVER.address())) {
        client.send(garbage.toString());
        client.shutdownOutput();
        String answer = client.answer();
        assertThat(answer)
            .as("seed %s, round %s: %s", seed, i, garbage)
            .matches("(?s)|HTTP/1.1 [1245].*");
      } catch (IOException e) {
        throw new AssertionError("seed " + seed + ", round " + i + ": " + garbage, e);
      }
    }
    assertThat(RawClient.probe(SERVER.address())).endsWith("ok");
  }
}
