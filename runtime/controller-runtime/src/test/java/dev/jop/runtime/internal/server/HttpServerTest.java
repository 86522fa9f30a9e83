package dev.jop.runtime.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.Await;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpServerTest {

  private final TestHttpServer server = new TestHttpServer(ServerOptions.defaults());

  @AfterEach
  void close() {
    server.close();
  }

  private String ask(String request) throws Exception {
    return RawClient.ask(server.address(), request);
  }

  private static String get(String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
  }

  @Test
  void answersWithLengthAndDateAndTellsNotToGuess() throws Exception {
    assertThat(ask(get("/ok")))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .containsIgnoringCase("\r\ncontent-length: 2\r\n")
        .containsIgnoringCase("\r\ncontent-type: text/plain; charset=utf-8\r\n")
        .containsIgnoringCase("\r\nX-Content-Type-Options: nosniff\r\n")
        .containsPattern("(?i)\r\ndate: \\w{3}, \\d\\d \\w{3} \\d{4} [\\d:]{8} GMT\r\n")
        .endsWith("\r\n\r\nok");
  }

  @ParameterizedTest
  @CsvSource({
    "/ok, 200",
    "/ok/, 404",
    "/okay, 404",
    "/, 404",
    "/below, 200",
    "/below/, 200",
    "/below/a/b, 200",
    "/belows, 404",
    "/OK, 404",
    "//ok, 404",
    "/below/%2e%2e/ok, 400",
    "/below%2fa, 400",
    "http://elsewhere/ok, 200",
    "*, 400",
  })
  void findsTheHandlerOfAPath(String target, int status) throws Exception {
    assertThat(ask(get(target))).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void servesWhatIsNearer() throws Exception {
    server.http.handle("/below/a", Set.of(), request -> Response.text(200, "exact"));
    server.http.handleBelow("/below/a/b", Set.of(), request -> Response.text(200, "deep"));

    assertThat(ask(get("/below/a"))).endsWith("\r\n\r\nexact");
    assertThat(ask(get("/below/a/b/c"))).endsWith("\r\n\r\ndeep");
    assertThat(ask(get("/below/a/c"))).endsWith("\r\n\r\n/below/a/c");

    server.http.handle("/", Set.of(), request -> Response.text(200, "root"));
    assertThat(ask(get("/"))).endsWith("\r\n\r\nroot");
    assertThat(ask(get("/elsewhere"))).startsWith("HTTP/1.1 404 ");
    server.http.handleBelow("/", Set.of(), request -> Response.text(200, "rest"));
    assertThat(ask(get("/elsewhere"))).endsWith("\r\n\r\nrest");
  }

  @Test
  void refusesASecondHandlerOfAPath() {
    assertThatThrownBy(() -> server.http.handle("/ok", Set.of(), request -> Response.text(200, "")))
        .hasMessage("there is a handler for /ok already");
    assertThatThrownBy(() -> server.http.handle("a/", Set.of(), request -> Response.text(200, "")))
        .hasMessageContaining("\"a/\"");
  }

  @Test
  void takesOnlyTheMethodsThatAreSaid() throws Exception {
    assertThat(ask("DELETE /echo HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 405 ")
        .containsIgnoringCase("\r\nallow: GET, POST\r\n");
    assertThat(ask("CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    assertThat(ask("PROPFIND /ok HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void answersHeadWithoutABody() throws Exception {
    try (RawClient client = new RawClient(server.address())) {
      client.send("HEAD /echo?a HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(client.head())
          .startsWith("HTTP/1.1 200 ")
          .containsIgnoringCase("\r\ncontent-length: " + "HEAD {a=[]} ".length() + "\r\n");
      client.send(get("/ok"));
      assertThat(client.answer()).startsWith("HTTP/1.1 200 ").endsWith("ok");
    }
  }

  @Test
  void readsBodiesWithALengthAndInChunks() throws Exception {
    String post = "POST /echo?a=b HTTP/1.1\r\nHost: x\r\n";
    assertThat(ask(post + "Content-Length: 3\r\n\r\nabc")).endsWith("\r\n\r\nPOST {a=[b]} abc");
    assertThat(
            ask(
                post
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + "1;e=f\r\n"
                    + "a\r\n"
                    + "2\r\n"
                    + "bc\r\n"
                    + "0\r\n"
                    + "T: u\r\n\r\n"))
        .endsWith("\r\n\r\nPOST {a=[b]} abc");
  }

  @Test
  void asksForABodyThatWaitsToBeAskedFor() throws Exception {
    try (RawClient client = new RawClient(server.address())) {
      client.send(
          "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n");
      assertThat(client.head()).startsWith("HTTP/1.1 100 ");
      client.send("a");
      assertThat(client.answer()).endsWith("\r\n\r\nPOST {} a");
    }
    assertThat(ask("GET /ok HTTP/1.1\r\nHost: x\r\nExpect: a miracle\r\n\r\n"))
        .startsWith("HTTP/1.1 417 ");
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() throws Exception {
    try (RawClient client = new RawClient(server.address())) {
      StringBuilder requests = new StringBuilder();
      for (int i = 0; i < 200; i++) {
        requests.append("POST /echo?n=").append(i);
        requests.append(" HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n").append(i % 10);
      }
      client.send(requests.toString());
      for (int i = 0; i < 200; i++) {
        assertThat(client.answer()).endsWith("\r\n\r\nPOST {n=[" + i + "]} " + i % 10);
      }
    }
  }

  @Test
  void keepsAConnectionUnlessItIsToldNotTo() throws Exception {
    try (RawClient client = new RawClient(server.address())) {
      client.send(get("/ok"));
      assertThat(client.answer()).endsWith("ok");
      client.send("GET /ok HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(client.answer()).containsIgnoringCase("\r\nconnection: close\r\n").endsWith("ok");
      assertThat(client.isClosedWithin(10_000)).isTrue();
    }
    try (RawClient old = new RawClient(server.address())) {
      old.send("GET /ok HTTP/1.0\r\n\r\n");
      assertThat(old.answer()).endsWith("ok");
      assertThat(old.isClosedWithin(10_000)).isTrue();
    }
  }

  @Test
  void answersAClientThatHasNothingMoreToSay() throws Exception {
    try (RawClient client = new RawClient(server.address())) {
      client.send(get("/ok") + get("/below"));
      client.shutdownOutput();
      assertThat(client.answer()).endsWith("ok");
      assertThat(client.answer()).endsWith("/below");
      assertThat(client.isClosedWithin(10_000)).isTrue();
    }
  }

  @Test
  void tellsOfAFailureNoMoreThanItsNumber() throws Exception {
    server.http.handle(
        "/fail",
        Set.of(),
        request -> {
          throw new IllegalStateException("a secret");
        });
    server.http.handle("/deep", Set.of(), request -> deep(request));
    server.http.handle("/huge", Set.of(), request -> Response.of(200, "a/b", new byte[17 << 20]));

    for (String path : new String[] {"/fail", "/deep", "/huge"}) {
      try (RawClient client = new RawClient(server.address())) {
        client.send(get(path));
        assertThat(client.answer())
            .startsWith("HTTP/1.1 500 ")
            .containsPattern("\r\n\r\n500 internal server error, request [0-9a-f]{1,8}-\\d+\n$");
        client.send(get("/ok"));
        assertThat(client.answer()).endsWith("ok");
      }
    }
  }

  private static Response deep(Request request) {
    return request.path().isEmpty() ? Response.text(200, "") : deep(request).withHeader("A", "b");
  }

  @Test
  @Tag("M14")
  void saysThatItsPortIsTaken() {
    assertThatThrownBy(
            () -> HttpServer.listen("metrics", server.address(), ServerOptions.defaults()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("metrics cannot listen on " + server.address() + ": ")
        .hasMessageContaining("in use");
  }

  @Test
  void letsCallersWaitThatComeBeforeTheStart() throws Exception {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (HttpServer early = HttpServer.listen("early", any, ServerOptions.defaults());
        RawClient client = new RawClient(early.address())) {
      early.handle("/ok", Set.of("GET"), request -> Response.text(200, "ok"));
      client.send(get("/ok"));
      assertThat(client.isClosedWithin(100)).isFalse();
      early.start();
      early.start();
      assertThat(client.answer()).endsWith("ok");
    }
  }

  @Test
  void givesItsPortBackWithoutAStart() {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer never = HttpServer.listen("never", any, ServerOptions.defaults());
    never.close();
    never.start();
    HttpServer.listen("again", never.address(), ServerOptions.defaults()).close();
  }

  @Test
  void runsNoMoreHandlersThanItMay() throws Exception {
    try (TestHttpServer small = new TestHttpServer(ServerOptions.builder().maxHandlers(2).build());
        RawClient first = new RawClient(small.address());
        RawClient second = new RawClient(small.address());
        RawClient third = new RawClient(small.address())) {
      first.send(get("/wait"));
      second.send(get("/wait"));
      Await.until("two handlers run", () -> small.waiting.get() == 2);
      third.send(get("/ok"));
      assertThat(third.isClosedWithin(200)).isFalse();
      small.gate.countDown();
      assertThat(third.answer()).endsWith("ok");
      assertThat(first.answer()).endsWith("waited");
    }
  }
}
