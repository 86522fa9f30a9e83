package dev.jop.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.ScriptedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A time limit holds for all that a request takes, however it is drawn out. */
@Timeout(60)
class HttpDeadlineTest {

  private static final Duration LIMIT = Duration.ofMillis(300);
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final String CHUNKS = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.1 200 OK\r\nX: ', 'a'",
    "'HTTP/1.1 200 OK\r\n', 'X: a\r\n'",
    "'HTTP/1.1 100 Continue\r\n\r\n', 'HTTP/1.1 103 Early Hints\r\n\r\n'",
    "'HTTP/1.1 200 OK\r\n\r\n', 'a'",
    "'HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n', 'a'",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\na\r\n'",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;', 'a'",
    "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n', 'X: a\r\n'",
    "'HTTP/1.1 500 Oh\r\nTransfer-Encoding: chunked\r\n\r\n', '1\r\na\r\n'"
  })
  void holdsWhereverTheAnswerDrips(String start, String again) throws Exception {
    try (DrippingServer server = new DrippingServer(start, again, 10);
        HttpClient http = HttpClient.create(ClientConfigs.at(server.url()))) {
      assertThatThrownBy(() -> get(http, LIMIT))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessage("no answer within 300 ms");
    }
  }

  @Test
  void holdsWhereACompressedAnswerDripsWithoutABody() throws Exception {
    String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
    try (DrippingServer server =
            new DrippingServer(head + "\u001f\u008b\b\b\0\0\0\0\0\0name", "e", 10);
        HttpClient http = HttpClient.create(ClientConfigs.at(server.url()))) {
      assertThatThrownBy(() -> get(http, LIMIT)).hasMessage("no answer within 300 ms");
    }
  }

  @Test
  void holdsForAGreetingByTls() throws Exception {
    try (DrippingServer server = new DrippingServer("\u0016\u0003\u0003@\u0000", "a", 50);
        HttpClient http =
            HttpClient.create(ClientConfigs.at("https://127.0.0.1:" + server.port()))) {
      assertThatThrownBy(() -> get(http, LIMIT)).hasMessage("no answer within 300 ms");
    }
  }

  @Test
  void holdsForAConnectionThatIsNotTaken() throws Exception {
    List<Socket> before = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpClient http =
            HttpClient.create(ClientConfigs.at("http://127.0.0.1:" + full.getLocalPort()))) {
      for (int i = 0; i < 2; i++) {
        before.add(new Socket(full.getInetAddress(), full.getLocalPort()));
      }
      assertThatThrownBy(() -> get(http, LIMIT)).hasMessage("no answer within 300 ms");
    } finally {
      for (Socket socket : before) {
        socket.close();
      }
    }
  }

  @Test
  void holdsForEachPieceOfAStreamAsAWhole() throws Exception {
    try (DrippingServer server = new DrippingServer(CHUNKS + "1\r\na\r\n1;", "x", 10);
        HttpClient http = HttpClient.create(ClientConfigs.at(server.url()))) {
      Body body = send(http, Duration.ofSeconds(30)).body();
      assertThat(body.read(TimeLimit.of(Duration.ofSeconds(30))))
          .isEqualTo(ByteBuffer.wrap(new byte[] {'a'}));

      assertThatThrownBy(() -> body.read(TimeLimit.of(LIMIT)))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessage("no answer within 300 ms");
      assertThatThrownBy(() -> body.read(TimeLimit.of(LIMIT)))
          .hasMessage("the reading was given up");
    }
  }

  @Test
  void isOverWithTheAnswerSoThatAStreamMayRest() throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> CHUNKS);
        HttpClient http = HttpClient.create(ClientConfigs.at(server.url()))) {
      Body body = send(http, LIMIT).body();
      long end = System.nanoTime() + LIMIT.multipliedBy(2).toNanos();
      Await.until("the limit is over", () -> System.nanoTime() > end);
      server.say("1\r\na\r\n");

      assertThat(body.read(TimeLimit.of(Duration.ofSeconds(30))))
          .isEqualTo(ByteBuffer.wrap(new byte[] {'a'}));
    }
  }

  @Test
  void leavesConnectionsThatAreInTime() throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> OK);
        HttpClient http = HttpClient.create(ClientConfigs.at(server.url()))) {
      long end = System.nanoTime() + LIMIT.multipliedBy(3).toNanos();
      int requests = 0;
      while (System.nanoTime() < end) {
        get(http, LIMIT);
        requests++;
      }

      assertThat(requests).isGreaterThan(10);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void endsConnectionsThatRestForTooLong() throws Exception {
    try (ScriptedServer server = new ScriptedServer((connection, request) -> OK);
        HttpClient http =
            HttpClient.create(ClientConfigs.at(server.url()), Map.of(), Duration.ofMillis(200))) {
      get(http, Duration.ofSeconds(30));
      Await.until("the connection is closed", () -> server.closed() == 1);
      get(http, Duration.ofSeconds(30));

      assertThat(server.connections()).isEqualTo(2);
    }
  }

  private static HttpResponse send(HttpClient http, Duration limit) throws IOException {
    return http.send(HttpRequest.get("/", List.of(), TimeLimit.of(limit)));
  }

  private static String get(HttpClient http, Duration duration) throws IOException {
    TimeLimit limit = TimeLimit.of(duration);
    HttpResponse response = http.send(HttpRequest.get("/", List.of(), limit));
    return new String(response.body().readAll(limit, 10_000_000), StandardCharsets.UTF_8);
  }
}
