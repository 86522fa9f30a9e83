package dev.jop.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.ScriptedServer;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // each test makes its server
class HttpClientTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String ENDLESS = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final List<Header> JSON = List.of(new Header("Content-Type", "application/json"));

  private ScriptedServer server;
  private HttpClient http;

  private void serve(ScriptedServer.Script script) throws IOException {
    server = new ScriptedServer(script);
    http = HttpClient.create(ClientConfigs.at(server.url()));
  }

  @AfterEach
  void close() throws IOException {
    if (server != null) {
      http.close();
      server.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nthe bödy",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nthe \r\n5;x=y\r\nbödy\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nthe bödy\r\n0\r\nTrailer: x\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\nContent-Length: 9\n\nthe bödy",
        "HTTP/1.1 200\r\nConnection: close\r\nContent-Length: 9\r\n\r\nthe bödy"
      })
  void readsBodiesHoweverTheirEndIsSaid(String answer) throws Exception {
    serve((connection, request) -> answer);

    assertThat(get()).isEqualTo("the bödy");
  }

  @Test
  void readsToTheEndOfTheConnectionWhereNoOtherEndIsSaid() throws Exception {
    serve((connection, request) -> "HTTP/1.0 200 OK\r\n\r\nall");
    Body body = open();
    assertThat(read(body)).isEqualTo("all");
    server.cut();

    assertThat(body.read(TimeLimit.of(LONG))).isNull();
  }

  @Test
  void sendsOneRequestAfterTheOtherOverOneConnection() throws Exception {
    serve((connection, request) -> OK);
    assertThat(get()).isEqualTo("ok");
    assertThat(send("PUT", "{\"ü\":1}")).isEqualTo("ok");

    assertThat(server.connections()).isEqualTo(1);
    assertThat(server.requests().get(0)).startsWith("GET /path?a=b HTTP/1.1\nHost: 127.0.0.1:");
    assertThat(server.requests().get(1))
        .contains("Content-Type: application/json\n", "Content-Length: 8\n")
        .doesNotContain("Transfer-Encoding");
  }

  @Test
  void putsPathsBehindThatOfTheServersAddress() throws Exception {
    serve((connection, request) -> OK);
    try (HttpClient below = HttpClient.create(ClientConfigs.at(server.url() + "/k8s/c-1/"))) {
      below.send(HttpRequest.get("/api", List.of(), TimeLimit.of(LONG)));
    }

    assertThat(server.requests().get(0)).startsWith("GET /k8s/c-1/api HTTP/1.1\n");
  }

  @Test
  void usesAConnectionNoMoreWhoseServerSaidSo() throws Exception {
    serve((c, r) -> "HTTP/1.1 200 OK\r\nConnection: x, close\r\nContent-Length: 2\r\n\r\nok");
    get();
    get();

    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void repeatsAReadThatTheServerClosedTheIdleConnectionOn() throws Exception {
    serve((connection, request) -> request == 1 ? OK : null);
    get();

    assertThat(get()).isEqualTo("ok");
    assertThat(server.requests()).hasSize(3);
  }

  @Test
  void doesNotRepeatAWrite() throws Exception {
    serve((connection, request) -> request == 1 ? OK : null);
    get();

    assertThatThrownBy(() -> send("POST", "1")).isInstanceOf(EOFException.class);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void givesUpAnAnswerThatDoesNotCome() throws Exception {
    serve((connection, request) -> "");

    assertThatThrownBy(() -> http.send(request("GET", "", Duration.ofMillis(100))))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("no answer within 100 ms");
  }

  @Test
  void sendsLargeBodies() throws Exception {
    serve((connection, request) -> OK);

    assertThat(send("PUT", "é".repeat(1_000_000))).isEqualTo("ok");
    assertThat(server.requests().get(0)).contains("Content-Length: 2000000\n");
  }

  @Test
  void givesUpABodyThatNobodyTakes() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        HttpClient client =
            HttpClient.create(ClientConfigs.at("http://127.0.0.1:" + deaf.getLocalPort()))) {
      HttpRequest request = request("PUT", "x".repeat(50_000_000), Duration.ofMillis(100));

      assertThatThrownBy(() -> client.send(request)).hasMessage("no answer within 100 ms");
    }
  }

  @Test
  void readsThePiecesOfAStreamAsTheyCome() throws Exception {
    serve((connection, request) -> ENDLESS + "3\r\none\r\n");
    Body body = open();

    assertThat(read(body)).isEqualTo("one");
    assertThatThrownBy(() -> body.read(TimeLimit.of(Duration.ofMillis(50))))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void givesAPieceBeforeItReadsWhatFollows() throws Exception {
    serve((connection, request) -> ENDLESS + "3\r\none");

    assertThat(read(open())).isEqualTo("one"); // though the chunk's end has not come
  }

  @Test
  void endsTheWaitOfAThreadThatIsInterrupted() throws Exception {
    serve((connection, request) -> ENDLESS);
    Reading reading = new Reading(open());
    reading.thread.interrupt();
    reading.thread.join(10_000);

    assertThat(reading.thread.isAlive()).isFalse();
    assertThat(reading.failure.get()).isInstanceOf(IOException.class);
  }

  @Test
  void endsTheWaitOfAThreadWhoseBodyIsClosed() throws Exception {
    serve((connection, request) -> ENDLESS);
    Body body = open();
    Reading reading = new Reading(body);
    body.close();
    reading.thread.join(10_000);

    assertThat(reading.failure.get()).hasMessage("the reading was given up");
    assertThatThrownBy(() -> body.read(TimeLimit.of(LONG))).hasMessage("the reading was given up");
  }

  @Test
  void endsAllWaitsWhenItIsClosed() throws Exception {
    serve((connection, request) -> ENDLESS);
    Reading reading = new Reading(open());
    http.close();
    reading.thread.join(10_000);

    assertThat(reading.failure.get()).isInstanceOf(IOException.class);
    assertThatThrownBy(this::get).hasMessage("the HTTP client is closed");
  }

  @Test
  void endsTheOpeningOfAConnectionWhenItIsClosed() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      HttpClient client =
          HttpClient.create(ClientConfigs.at("https://127.0.0.1:" + mute.getLocalPort()));
      Reading opening = new Reading(() -> client.send(request("GET", "", LONG)));
      client.close();
      opening.thread.join(10_000);

      assertThat(opening.thread.isAlive()).isFalse();
      assertThat(opening.failure.get()).hasMessage("the HTTP client is closed");
    }
  }

  private static HttpRequest request(String method, String body, Duration timeout) {
    return new HttpRequest(
        method,
        "/path?a=b",
        body.isEmpty() ? List.of() : JSON,
        body.getBytes(StandardCharsets.UTF_8),
        TimeLimit.of(timeout));
  }

  private String get() throws IOException {
    return send("GET", "");
  }

  private String send(String method, String body) throws IOException {
    HttpResponse response = http.send(request(method, body, LONG));
    byte[] all = response.body().readAll(TimeLimit.of(LONG), 1_000_000);
    return new String(all, StandardCharsets.UTF_8);
  }

  private Body open() throws IOException {
    return http.send(request("GET", "", LONG)).body();
  }

  private static String read(Body body) throws IOException {
    ByteBuffer piece = body.read(TimeLimit.of(LONG));
    return StandardCharsets.UTF_8.decode(piece).toString();
  }

  /** Reads in a thread of its own, which waits once this is made. */
  private static final class Reading {

    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;

    Reading(Body body) {
      this(() -> body.read(TimeLimit.of(Duration.ZERO)));
    }

    Reading(ThrowingCallable reading) {
      thread =
          new Thread(
              () -> {
                try {
                  reading.call();
                } catch (Throwable e) {
                  failure.set(e);
                }
              });
      thread.start();
      Await.until(
          "the thread reads",
          () ->
              Arrays.stream(thread.getStackTrace())
                  .anyMatch(frame -> frame.toString().contains("SocketChannelImpl.read(")));
    }
  }
}
