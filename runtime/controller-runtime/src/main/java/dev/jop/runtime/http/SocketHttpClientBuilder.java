package dev.jop.runtime.http;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.StandardHttpClientBuilder;
import io.fabric8.kubernetes.client.http.TlsVersion;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Makes a client of what fabric8 has set. A client that is derived shares the connections. */
final class SocketHttpClientBuilder
    extends StandardHttpClientBuilder<
        SocketHttpClient, SocketHttpClientFactory, SocketHttpClientBuilder> {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  SocketHttpClientBuilder(SocketHttpClientFactory factory) {
    super(factory);
  }

  @Override
  public HttpClient build() {
    if (client != null) {
      return new SocketHttpClient(this, client.connections(), client.getClosed());
    }
    return new SocketHttpClient(
        this, new ConnectionPool(connector(), connectTimeout()), new AtomicBoolean());
  }

  private Connector connector() {
    try {
      SSLContext context = sslContext == null ? SSLContext.getDefault() : sslContext;
      return new Connector(context.getSocketFactory(), tlsServerName(), parameters());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM has no TLS", e);
    }
  }

  private String tlsServerName() {
    return tlsServerName == null ? "" : tlsServerName;
  }

  private SSLParameters parameters() {
    SSLParameters parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (tlsVersions != null && tlsVersions.length > 0) {
      parameters.setProtocols(
          Arrays.stream(tlsVersions).map(TlsVersion::javaName).toArray(String[]::new));
    }
    if (!tlsServerName().isEmpty()) {
      parameters.setServerNames(List.of(new SNIHostName(tlsServerName())));
    }
    return parameters;
  }

  private Duration connectTimeout() {
    return connectTimeout == null || connectTimeout.isZero() ? CONNECT_TIMEOUT : connectTimeout;
  }

  @Override
  protected SocketHttpClientBuilder newInstance(SocketHttpClientFactory factory) {
    return new SocketHttpClientBuilder(factory);
  }
}
