package dev.jop.runtime.http;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.HttpClientUtils;

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
    HttpClient.Builder builder = new SocketHttpClientFactory().newBuilder();
    HttpClientUtils.applyCommonConfiguration(config, builder, jdk);
    return builder.build();
  }

  private static boolean hasProxy(Config config) {
    return config.getHttpProxy() != null
        || config.getHttpsProxy() != null
        || System.getProperty("http.proxyHost") != null
        || System.getProperty("https.proxyHost") != null
        || System.getProperty("socksProxyHost") != null;
  }
}
