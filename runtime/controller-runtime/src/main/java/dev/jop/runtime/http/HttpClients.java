package dev.jop.runtime.http;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;
import java.util.concurrent.TimeUnit;

/** Chooses the HTTP client for a configuration. */
public final class HttpClients {

  private HttpClients() {}

  /**
   * One on sockets of its own, or where a proxy may be in between the JDK's.
   *
   * <p>Whatever authentication asks of others, such as a new token of an identity provider, goes
   * over the JDK's client in any case.
   */
  public static HttpClient create(Config config) {
    JdkHttpClientFactory jdk = new JdkHttpClientFactory();
    if (hasProxy(config)) {
      return jdk.newBuilder(config).build();
    }
    TlsManagers managers = TlsManagers.of(config);
    HttpClient.Builder builder =
        new SocketHttpClientFactory()
            .newBuilder()
            .connectTimeout(config.getConnectionTimeout(), TimeUnit.MILLISECONDS)
            .sslContext(managers.keys(), managers.trust());
    if (config.getTlsVersions() != null) {
      builder.tlsVersions(config.getTlsVersions());
    }
    if (config.getTlsServerName() != null) {
      builder.tlsServerName(config.getTlsServerName());
    }
    HttpClientUtils.createApplicableInterceptors(config, jdk)
        .forEach(builder::addOrReplaceInterceptor);
    return builder.tag(config.getRequestConfig()).build();
  }

  private static boolean hasProxy(Config config) {
    return config.getHttpProxy() != null
        || config.getHttpsProxy() != null
        || System.getProperty("http.proxyHost") != null
        || System.getProperty("https.proxyHost") != null
        || System.getProperty("socksProxyHost") != null;
  }
}
