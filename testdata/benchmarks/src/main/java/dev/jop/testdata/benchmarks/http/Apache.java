package dev.jop.testdata.benchmarks.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPut;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/** Apache's classic client, with a limit for each read: it has none for a request as a whole. */
final class Apache implements Client {

  private final String server;
  private final CloseableHttpClient http;

  Apache(String server, Path authority) throws Exception {
    this.server = server;
    Timeout timeout = Timeout.ofSeconds(30);
    http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setTlsSocketStrategy(
                        new DefaultClientTlsStrategy(Trust.in(authority).context()))
                    .setMaxConnPerRoute(100)
                    .setMaxConnTotal(100)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(timeout)
                            .setSocketTimeout(timeout)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(timeout)
                    .setRedirectsEnabled(false)
                    .build())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  @Override
  public int send(String path, byte[] body) throws Exception {
    HttpUriRequestBase request =
        body.length == 0 ? new HttpGet(server + path) : new HttpPut(server + path);
    request.setHeader("Accept", "application/json");
    if (body.length > 0) {
      request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    }
    return http.execute(
        request,
        response -> {
          if (response.getCode() / 100 != 2) {
            throw new IOException("status " + response.getCode());
          }
          return EntityUtils.toByteArray(response.getEntity()).length;
        });
  }

  @Override
  public void close() {
    try {
      http.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
