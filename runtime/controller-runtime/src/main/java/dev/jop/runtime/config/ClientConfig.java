package dev.jop.runtime.config;

import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach one API server: client-go's {@code rest.Config}.
 *
 * @param server the address, {@code https://host:port} with a path where the API server is behind
 *     one; never ends with a slash
 * @param tls whom to trust and which certificate to show
 * @param credentials how to say who asks; never sent without TLS
 * @param impersonation whom to act as
 * @param proxy the proxy to go through, {@code http}, {@code https} or {@code socks5}; empty to do
 *     as the environment says, {@link #NO_PROXY} for none whatever that says
 * @param compression whether answers may come compressed; they may by default
 * @param timeout how long a request that is no stream may take as a whole; 10 s by default, and
 *     always more than 0
 * @param namespace the namespace of the kubeconfig's context or of the Pod, empty for none
 */
public record ClientConfig(
    URI server,
    TlsConfig tls,
    Credentials credentials,
    Impersonation impersonation,
    Optional<URI> proxy,
    boolean compression,
    Duration timeout,
    String namespace) {

  /** Stands for no proxy at all, where an empty one stands for what the environment says. */
  public static final URI NO_PROXY = URI.create("direct:none");

  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  /**
   * Checks the timeout.
   *
   * @throws ConfigException if it is not more than 0
   */
  public ClientConfig {
    if (timeout.isZero() || timeout.isNegative()) {
      throw new ConfigException(
          "the timeout " + timeout + " must be more than 0; no request may wait for ever");
    }
  }

  /** Reaches an API server as nobody, trusting whom the JVM trusts. */
  public static ClientConfig forServer(URI server) {
    return new ClientConfig(
        server,
        TlsConfig.defaults(),
        new Credentials.Anonymous(),
        Impersonation.none(),
        Optional.empty(),
        true,
        DEFAULT_TIMEOUT,
        "");
  }

  /**
   * What fabric8's configuration says.
   *
   * <p>What fabric8 leaves out of the kubeconfig that it comes from (whom to act as, token files,
   * proxies, plugins) is taken from there.
   *
   * @throws ConfigException if it says what cannot be honoured; the message names the field
   */
  public static ClientConfig of(Config config) {
    return Fabric8Config.read(config);
  }

  /** The same, trusting others or showing another certificate. */
  public ClientConfig withTls(TlsConfig tls) {
    return new ClientConfig(
        server, tls, credentials, impersonation, proxy, compression, timeout, namespace);
  }

  /** The same for somebody else. */
  public ClientConfig withCredentials(Credentials credentials) {
    return new ClientConfig(
        server, tls, credentials, impersonation, proxy, compression, timeout, namespace);
  }

  /** The same, acting as somebody else. */
  public ClientConfig withImpersonation(Impersonation impersonation) {
    return new ClientConfig(
        server, tls, credentials, impersonation, proxy, compression, timeout, namespace);
  }

  /** The same through this proxy, which may name a user and a password, or {@link #NO_PROXY}. */
  public ClientConfig withProxy(URI proxy) {
    return new ClientConfig(
        server,
        tls,
        credentials,
        impersonation,
        Optional.of(proxy),
        compression,
        timeout,
        namespace);
  }

  /** The same with answers that may come compressed, or may not. */
  public ClientConfig withCompression(boolean compression) {
    return new ClientConfig(
        server, tls, credentials, impersonation, proxy, compression, timeout, namespace);
  }

  /** The same with another time for a request that is no stream. */
  public ClientConfig withTimeout(Duration timeout) {
    return new ClientConfig(
        server, tls, credentials, impersonation, proxy, compression, timeout, namespace);
  }

  /** The same with another namespace. */
  public ClientConfig withNamespace(String namespace) {
    return new ClientConfig(
        server, tls, credentials, impersonation, proxy, compression, timeout, namespace);
  }

  /** Who asks whom, without any secret. */
  @Override
  public String toString() {
    return "ClientConfig[" + Addresses.withoutLogin(server.toString()) + ", " + credentials + "]";
  }
}
