package dev.jop.runtime.healthz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.LiveThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X4")
class HealthServerTest {

  private final HealthServer server =
      HealthServer.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void isWellWithoutChecksAndCallsThatPing() throws Exception {
    server.start();

    assertThat(get("/healthz")).isEqualTo("200 ok");
    assertThat(get("/readyz")).isEqualTo("200 ok");
    assertThat(get("/healthz/ping")).isEqualTo("200 ok");
    assertThat(get("/readyz?verbose")).isEqualTo("200 [+]ping ok\nreadyz check passed\n");
  }

  @Test
  void isNotWellIfOneCheckIsNotAndTellsWhichButNotWhy() throws Exception {
    server.addHealthzCheck("good", HealthCheck.ping());
    server.addHealthzCheck("bad", HealthServerTest::fail);
    server.start();

    assertThat(get("/healthz"))
        .isEqualTo("500 [-]bad failed: reason withheld\n[+]good ok\nhealthz check failed\n");
    assertThat(get("/readyz")).isEqualTo("200 ok");
  }

  @Test
  void answersForASingleCheck() throws Exception {
    server.addReadyzCheck("good", HealthCheck.ping());
    server.addReadyzCheck("bad", HealthServerTest::fail);
    server.start();

    assertThat(get("/readyz/good")).isEqualTo("200 ok");
    assertThat(get("/readyz/bad")).startsWith("500 internal server error");
    assertThat(get("/readyz/ugly")).startsWith("404 ");
    assertThat(get("/readyz/ping")).startsWith("404 ");
    assertThat(get("/readyzz")).startsWith("404 ");
    assertThat(get("/")).startsWith("404 ");
  }

  @Test
  void leavesOutWhatIsExcludedAndWarnsOfWhatIsNotThere() throws Exception {
    server.addHealthzCheck("a", HealthServerTest::fail);
    server.addHealthzCheck("b", HealthServerTest::fail);
    server.start();

    assertThat(get("/healthz?exclude=a&exclude=b")).isEqualTo("200 ok");
    assertThat(get("/healthz?exclude=a&exclude=b&exclude=c&verbose"))
        .isEqualTo(
            """
            200 [+]a excluded: ok
            [+]b excluded: ok
            warn: some health checks cannot be excluded: no matches for "c"
            healthz check passed
            """);
    assertThat(get("/healthz?exclude=a")).startsWith("500 ");
  }

  @Test
  void refusesASecondCheckOfAName() {
    server.addHealthzCheck("a", HealthCheck.ping());
    assertThatThrownBy(() -> server.addHealthzCheck("a", HealthCheck.ping()))
        .hasMessageContaining("/healthz has a check named a already");
  }

  @Test
  @Tag("M14")
  void takesItsPortAtOnceAndGivesItBack() {
    assertThatThrownBy(() -> HealthServer.listen(server.address()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot listen on")
        .hasMessageContaining("in use");

    InetSocketAddress address = server.address();
    server.close();
    HealthServer again = HealthServer.listen(address);
    again.start();
    again.close();
    again.close();
    HealthServer.listen(address).close();
  }

  @Test
  void answersAProbeHoweverManyOthersDawdle() throws Exception {
    server.start();
    assertThat(get("/healthz")).isEqualTo("200 ok");
    List<Socket> others = new ArrayList<>();
    try {
      for (int i = 0; i < 400; i++) {
        Socket other = new Socket(server.address().getAddress(), server.address().getPort());
        others.add(other);
        other.getOutputStream().write("GET /healthz HTTP/1.1\r\nHo".getBytes(US_ASCII));
      }
      assertThat(get("/readyz")).isEqualTo("200 ok");
      assertThat(LiveThreads.names().stream().filter(name -> name.startsWith("health probes ")))
          .hasSizeLessThanOrEqualTo(3);
    } finally {
      for (Socket other : others) {
        other.close();
      }
    }
  }

  private static void fail() throws IOException {
    throw new IOException("a secret");
  }

  private String get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    HttpResponse<String> response =
        http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }
}
