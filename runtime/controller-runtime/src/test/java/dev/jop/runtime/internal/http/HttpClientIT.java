package dev.jop.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientIT {

  private static final ClientConfig CONFIG = ClientConfigs.of(TestServer.environment().config());

  @Test
  void refusesAServerWhoseCertificateItDoesNotTrust() {
    assertThatThrownBy(() -> version(with(PemSource.NONE, "")))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("is not from an authority of the JVM's trust store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"other.example.com", "my_other.example.com", "10.1.2.3", "fd00::1"})
  void refusesAServerWhoseCertificateIsForAnotherName(String name) {
    assertThatThrownBy(() -> version(with(CONFIG.tls().authority(), name)))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining(", not for " + name);
  }

  @Test
  void takesACertificateForTheNameThatItIsTold() throws Exception {
    assertThat(version(with(CONFIG.tls().authority(), "localhost"))).isEqualTo(200);
  }

  @Test
  void readsWhatTheServerCompresses() throws Exception {
    try (HttpClient http = HttpClient.create(CONFIG);
        HttpClient asking = HttpClient.create(CONFIG.withCompression(false))) {
      HttpResponse compressed = get(http, "/openapi/v2");
      HttpResponse plain = get(asking, "/openapi/v2");

      assertThat(compressed.header("Content-Encoding")).hasValue("gzip");
      assertThat(plain.header("Content-Encoding")).isEmpty();
      assertThat(all(compressed)).isEqualTo(all(plain)).hasSizeGreaterThan(128 * 1024);
    }
  }

  @Test
  void servesManyThreadsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try (HttpClient http = HttpClient.create(CONFIG)) {
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        calls.add(() -> version(http));
      }
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static ClientConfig with(PemSource authority, String serverName) {
    return CONFIG.withTls(
        new TlsConfig(
            authority, serverName, false, CONFIG.tls().certificate(), CONFIG.tls().key()));
  }

  private static int version(ClientConfig config) throws IOException {
    try (HttpClient http = HttpClient.create(config)) {
      return version(http);
    }
  }

  private static int version(HttpClient http) throws IOException {
    HttpResponse response = get(http, "/version");
    assertThat(all(response)).isNotEmpty();
    return response.code();
  }

  private static HttpResponse get(HttpClient http, String path) throws IOException {
    return http.send(HttpRequest.get(path, List.of(), TimeLimit.of(Duration.ofSeconds(30))));
  }

  private static byte[] all(HttpResponse response) throws IOException {
    return response.body().readAll(TimeLimit.of(Duration.ofSeconds(30)), 100_000_000);
  }
}
