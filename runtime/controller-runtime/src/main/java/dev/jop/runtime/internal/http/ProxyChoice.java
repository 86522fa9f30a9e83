package dev.jop.runtime.internal.http;

import dev.jop.runtime.config.ClientConfig;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy leads to a server, if any.
 *
 * <p>A configured one counts, whatever the environment says. Otherwise the environment does, as for
 * Go's programs: {@code HTTPS_PROXY} for a server of TLS and {@code HTTP_PROXY} for one without, in
 * capitals or not, unless {@link NoProxy} excepts the server. Where the environment names none, the
 * properties of the JVM count that Java's programs know: {@code https.proxyHost}, {@code
 * http.proxyHost}, {@code http.nonProxyHosts} and {@code socksProxyHost}.
 */
final class ProxyChoice {

  private final Map<String, String> environment;

  ProxyChoice(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Chooses it.
   *
   * @throws dev.jop.runtime.config.ConfigException if what counts is no address of a proxy
   */
  Optional<Proxy> choose(ClientConfig config, Origin server) {
    if (config.proxy().isPresent()) {
      if (config.proxy().get().equals(ClientConfig.NO_PROXY)) {
        return Optional.empty();
      }
      return Optional.of(Proxy.parse(config.proxy().get().toString(), "the configuration"));
    }
    String upper = server.secure() ? "HTTPS_PROXY" : "HTTP_PROXY";
    String lower = server.secure() ? "https_proxy" : "http_proxy";
    String named = variable(upper, lower);
    if (named.isEmpty()) {
      return ofJvm(config.server(), server.secure());
    }
    return NoProxy.holds(variable("NO_PROXY", "no_proxy"), server)
        ? Optional.empty()
        : Optional.of(
            Proxy.parse(named, environment.getOrDefault(upper, "").isEmpty() ? lower : upper));
  }

  private String variable(String upper, String lower) {
    String value = environment.getOrDefault(upper, "");
    return value.isEmpty() ? environment.getOrDefault(lower, "") : value;
  }

  private static Optional<Proxy> ofJvm(URI uri, boolean secure) {
    ProxySelector selector = ProxySelector.getDefault();
    boolean named =
        System.getProperty(secure ? "https.proxyHost" : "http.proxyHost") != null
            || System.getProperty("socksProxyHost") != null;
    if (!named || selector == null) {
      return Optional.empty();
    }
    java.net.Proxy first = selector.select(uri).get(0);
    if (!(first.address() instanceof InetSocketAddress address)) {
      return Optional.empty();
    }
    Origin origin = new Origin(false, address.getHostString(), address.getPort());
    Proxy.Scheme scheme =
        first.type() == java.net.Proxy.Type.SOCKS ? Proxy.Scheme.SOCKS5 : Proxy.Scheme.HTTP;
    return Optional.of(new Proxy(scheme, origin, "", ""));
  }
}
