package dev.jop.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.TlsVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SocketHttpClientIT {

  @Test
  void refusesAServerWhoseCertificateItDoesNotTrust() {
    Config config = trusting().withCaCertData(null).withCaCertFile(null).build();

    assertThatThrownBy(() -> version(config)).hasCauseInstanceOf(SSLException.class);
  }

  @Test
  void refusesAServerWhoseCertificateIsForAnotherName() {
    Config config = trusting().withTlsServerName("other.example.com").build();

    assertThatThrownBy(() -> version(config)).hasCauseInstanceOf(SSLException.class);
  }

  @Test
  void takesACertificateForTheNameThatItIsTold() throws Exception {
    assertThat(version(trusting().withTlsServerName("localhost").build())).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS_1_2", "TLS_1_3"})
  void speaksTheTlsThatItIsTold(TlsVersion tls) throws Exception {
    assertThat(version(trusting().withTlsVersions(tls).build())).isEqualTo(200);
  }

  @Test
  void readsWhatTheServerCompresses() throws Exception {
    try (HttpClient http = HttpClients.create(trusting().build())) {
      HttpResponse<byte[]> compressed = large(http).get();
      HttpResponse<byte[]> plain = large(http, "Accept-Encoding", "identity").get();
      HttpResponse<byte[]> asSent = large(http, "Accept-Encoding", "gzip").get();

      assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(compressed.body()).isEqualTo(plain.body());
      assertThat(plain.header("Content-Encoding")).isNull();
      assertThat(asSent.body()).as("who asks for it gets it").startsWith(0x1f, 0x8b);
    }
  }

  private static CompletableFuture<HttpResponse<byte[]>> large(HttpClient http, String... header) {
    HttpRequest.Builder request = http.newHttpRequestBuilder().uri(url("openapi/v2"));
    if (header.length > 0) {
      request.setHeader(header[0], header[1]);
    }
    return http.sendAsync(request.build(), byte[].class);
  }

  @Test
  void servesManyThreadsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try (HttpClient http = HttpClients.create(trusting().build())) {
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

  private static ConfigBuilder trusting() {
    return new ConfigBuilder(TestServer.environment().config()).withRequestRetryBackoffLimit(0);
  }

  private static int version(Config config) throws Exception {
    try (HttpClient http = HttpClients.create(config)) {
      return version(http);
    }
  }

  private static int version(HttpClient http) throws Exception {
    return http.sendAsync(http.newHttpRequestBuilder().uri(url("version")).build(), byte[].class)
        .get()
        .code();
  }

  private static String url(String path) {
    String url = TestServer.environment().config().getMasterUrl();
    return url.endsWith("/") ? url + path : url + "/" + path;
  }
}
