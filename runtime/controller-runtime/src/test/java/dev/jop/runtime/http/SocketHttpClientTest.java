package dev.jop.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketHttpClientTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String ENDLESS = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final HttpClient http =
      HttpClients.create(new ConfigBuilder(Config.empty()).withRequestRetryBackoffLimit(0).build());

  @AfterEach
  void close() {
    http.close();
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
    try (ScriptedServer server = new ScriptedServer((connection, request) -> answer)) {
      assertThat(text(get(server))).isEqualTo("the bödy");
    }
  }

  @Test
  void readsToTheEndOfTheConnectionWhereNoOtherEndIsSaid() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((connection, request) -> "HTTP/1.0 200 OK\r\n\r\nall")) {
      HttpResponse<AsyncBody> response = open(server);
      SocketBody body = (SocketBody) response.body();
      assertThat(read(body)).isEqualTo("all");
      server.cut();

      assertThat(body.read(Duration.ofSeconds(10))).isNull();
    }
  }

  @Test
  void sendsOneRequestAfterTheOtherOverOneConnection() throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> OK)) {
      assertThat(text(get(server))).isEqualTo("ok");
      assertThat(text(send(server, "PUT", "{\"ü\":1}"))).isEqualTo("ok");

      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests().get(0)).startsWith("GET /path?a=b HTTP/1.1\n");
      assertThat(server.requests().get(1))
          .contains("Content-Type: application/json\n", "Content-Length: 8\n")
          .doesNotContain("Transfer-Encoding");
    }
  }

  @Test
  void usesAConnectionNoMoreWhoseServerSaidSo() throws Exception {
    String last = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok";
    try (ScriptedServer server = new ScriptedServer((connection, request) -> last)) {
      text(get(server));
      text(get(server));

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void usesAConnectionNoMoreThatTheServerClosedWhileItWasIdle() throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> OK)) {
      text(send(server, "PUT", "1"));
      server.cut();

      assertThat(text(send(server, "PUT", "2"))).isEqualTo("ok");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void repeatsAReadThatTheServerClosedTheIdleConnectionOn() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((connection, request) -> request == 1 ? OK : null)) {
      text(get(server));

      assertThat(text(get(server))).isEqualTo("ok");
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void doesNotRepeatAWrite() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((connection, request) -> request == 1 ? OK : null)) {
      text(get(server));

      assertThatThrownBy(() -> send(server, "POST", "1").get())
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(EOFException.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void givesUpAnAnswerThatDoesNotCome() throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> "")) {
      HttpRequest request = request(server).timeout(100, TimeUnit.MILLISECONDS).build();

      assertThatThrownBy(() -> http.sendAsync(request, byte[].class).get())
          .hasCauseInstanceOf(SocketTimeoutException.class)
          .hasMessageContaining("no answer within 100 ms");
    }
  }

  @Test
  void sendsLargeBodies() throws Exception {
    String body = "é".repeat(1_000_000);
    try (ScriptedServer server = new ScriptedServer((connection, request) -> OK)) {
      HttpRequest request =
          request(server).method("PUT", "text/plain", body).timeout(30, TimeUnit.SECONDS).build();

      assertThat(http.sendAsync(request, byte[].class).get().code()).isEqualTo(200);
      assertThat(server.requests().get(0)).contains("Content-Length: 2000000\n");
    }
  }

  @Test
  void givesUpABodyThatNobodyTakes() throws Exception {
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      HttpRequest request =
          http.newHttpRequestBuilder()
              .uri("http://127.0.0.1:" + deaf.getLocalPort() + "/")
              .method("PUT", "text/plain", "x".repeat(50_000_000))
              .timeout(100, TimeUnit.MILLISECONDS)
              .build();

      assertThatThrownBy(() -> http.sendAsync(request, byte[].class).get())
          .hasMessageContaining("no answer within 100 ms");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "HTTP/1.1 20x OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"
      })
  void refusesWhatIsNoHttp(String answer) throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> answer)) {
      assertThatThrownBy(() -> get(server).get()).hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void sendsNoHeaderThatWouldBeTwo() throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> OK)) {
      HttpRequest request = request(server).setHeader("A", "b\r\nC: d").build();

      assertThatThrownBy(() -> http.sendAsync(request, byte[].class).get())
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void readsThePiecesOfAStreamAsTheyCome() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((connection, request) -> ENDLESS + "3\r\none\r\n")) {
      SocketBody body = (SocketBody) open(server).body();

      assertThat(read(body)).isEqualTo("one");
      assertThatThrownBy(() -> body.read(Duration.ofMillis(50)))
          .isInstanceOf(SocketTimeoutException.class);
      body.cancel();
    }
  }

  @Test
  void givesAPieceBeforeItReadsWhatFollows() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer((connection, request) -> ENDLESS + "3\r\none")) {
      SocketBody body = (SocketBody) open(server).body();

      assertThat(read(body)).isEqualTo("one"); // though the chunk's end has not come
      body.cancel();
    }
  }

  @Test
  void endsTheWaitOfAThreadThatIsInterrupted() throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> ENDLESS)) {
      Reading reading = new Reading((SocketBody) open(server).body());
      reading.thread.interrupt();
      reading.thread.join(10_000);

      assertThat(reading.thread.isAlive()).isFalse();
      assertThat(reading.failure.get()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void endsTheWaitOfAThreadWhoseBodyIsCancelled() throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> ENDLESS)) {
      SocketBody body = (SocketBody) open(server).body();
      Reading reading = new Reading(body);
      body.cancel();
      reading.thread.join(10_000);

      assertThat(reading.failure.get()).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> body.read(Duration.ZERO)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void endsAllWaitsWhenItIsClosed() throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> ENDLESS)) {
      Reading reading = new Reading((SocketBody) open(server).body());
      http.close();
      reading.thread.join(10_000);

      assertThat(reading.failure.get()).isInstanceOf(IOException.class);
    }
  }

  private HttpRequest.Builder request(ScriptedServer server) {
    return http.newHttpRequestBuilder().uri(server.url() + "/path?a=b");
  }

  private CompletableFuture<HttpResponse<byte[]>> get(ScriptedServer server) {
    return http.sendAsync(request(server).build(), byte[].class);
  }

  private CompletableFuture<HttpResponse<byte[]>> send(
      ScriptedServer server, String method, String body) {
    HttpRequest request = request(server).method(method, "application/json", body).build();
    return http.sendAsync(request, byte[].class);
  }

  private HttpResponse<AsyncBody> open(ScriptedServer server) throws Exception {
    return http.consumeBytes(request(server).build(), (piece, body) -> {}).get();
  }

  private static String text(CompletableFuture<HttpResponse<byte[]>> response) throws Exception {
    return new String(response.get().body(), StandardCharsets.UTF_8);
  }

  private static String read(SocketBody body) throws IOException {
    ByteBuffer piece = body.read(Duration.ofSeconds(10));
    return StandardCharsets.UTF_8.decode(piece).toString();
  }

  /** Reads in a thread of its own, which waits once this is made. */
  private static final class Reading {

    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Thread thread;

    Reading(SocketBody body) {
      thread =
          new Thread(
              () -> {
                try {
                  body.read(Duration.ZERO);
                } catch (IOException e) {
                  failure.set(e);
                }
              });
      thread.start();
      Await.until(
          "the thread reads",
          () ->
              Arrays.stream(thread.getStackTrace())
                  .anyMatch(frame -> frame.getMethodName().equals("receive")));
    }
  }
}
