package dev.jop.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.TlsVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
    String url = TestServer.environment().config().getMasterUrl();
    String path = url.endsWith("/") ? "version" : "/version";
    return http.sendAsync(http.newHttpRequestBuilder().uri(url + path).build(), byte[].class)
        .get()
        .code();
  }
}
