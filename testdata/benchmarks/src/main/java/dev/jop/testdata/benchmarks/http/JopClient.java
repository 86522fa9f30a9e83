package dev.jop.testdata.benchmarks.http;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import dev.jop.runtime.internal.http.Header;
import dev.jop.runtime.internal.http.HttpClient;
import dev.jop.runtime.internal.http.HttpRequest;
import dev.jop.runtime.internal.http.HttpResponse;
import dev.jop.runtime.internal.http.TimeLimit;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The runtime's own. */
final class JopClient implements Client {

  private static final int MOST = 256 * 1024 * 1024;
  private static final List<Header> HEADERS = List.of(new Header("Accept", "application/json"));
  private static final List<Header> WRITE =
      List.of(
          new Header("Accept", "application/json"), new Header("Content-Type", "application/json"));

  private final ClientConfig config;
  private final HttpClient http;

  JopClient(String server, Path authority) {
    config =
        ClientConfig.forServer(URI.create(server))
            .withTimeout(Duration.ofSeconds(30))
            .withTls(
                new TlsConfig(
                    new PemSource.File(authority), "", false, PemSource.NONE, PemSource.NONE));
    http = HttpClient.create(config);
  }

  @Override
  public int send(String path, byte[] body) throws Exception {
    TimeLimit limit = TimeLimit.of(config.timeout());
    HttpRequest request =
        body.length == 0
            ? HttpRequest.get(path, HEADERS, limit)
            : new HttpRequest("PUT", path, WRITE, body, limit);
    HttpResponse response = http.send(request);
    if (!response.isSuccessful()) {
      throw new IllegalStateException("status " + response.code());
    }
    return response.body().readAll(limit, MOST).length;
  }

  @Override
  public void close() {
    http.close();
  }
}
