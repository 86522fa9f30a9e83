package dev.jop.testdata.benchmarks.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** OkHttp, with its limit for a call as a whole. */
final class OkHttp implements Client {

  private static final MediaType JSON = MediaType.get("application/json");

  private final String server;
  private final OkHttpClient http;

  OkHttp(String server, Path authority) throws Exception {
    this.server = server;
    Trust trust = Trust.in(authority);
    http =
        new OkHttpClient.Builder()
            .sslSocketFactory(trust.context().getSocketFactory(), trust.manager())
            .protocols(List.of(Protocol.HTTP_1_1))
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .callTimeout(Duration.ofSeconds(30))
            .build();
  }

  @Override
  public int send(String path, byte[] body) throws Exception {
    Request.Builder request =
        new Request.Builder().url(server + path).header("Accept", "application/json");
    if (body.length > 0) {
      request.put(RequestBody.create(body, JSON));
    }
    try (Response response = http.newCall(request.build()).execute()) {
      if (!response.isSuccessful()) {
        throw new IllegalStateException("status " + response.code());
      }
      return response.body().bytes().length;
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
