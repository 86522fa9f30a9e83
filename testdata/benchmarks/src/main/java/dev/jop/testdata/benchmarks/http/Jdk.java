package dev.jop.testdata.benchmarks.http;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;

/** The JDK's, which does not undo compression itself. */
final class Jdk implements Client {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final String server;
  private final HttpClient http;

  Jdk(String server, Path authority) throws Exception {
    this.server = server;
    http =
        HttpClient.newBuilder()
            .sslContext(Trust.in(authority).context())
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
  }

  @Override
  public int send(String path, byte[] body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(TIMEOUT)
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip");
    if (body.length > 0) {
      request.header("Content-Type", "application/json");
      request.PUT(HttpRequest.BodyPublishers.ofByteArray(body));
    }
    HttpResponse<byte[]> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() / 100 != 2) {
      throw new IllegalStateException("status " + response.statusCode());
    }
    if (response.headers().firstValue("Content-Encoding").isEmpty()) {
      return response.body().length;
    }
    return new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes().length;
  }

  @Override
  public void close() {
    // its threads are daemons
  }
}
