package dev.jop.runtime.internal.tls;

import dev.jop.runtime.config.ConfigException;
import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TLS to one server as it is configured, kept up with the files that certificates and keys are in.
 *
 * <p>They are read again when a request is sent and a second has passed, as client-go does it for
 * new connections. An authority that is named is the only one that is trusted; where none is, the
 * JVM's are. Safe for use by many threads.
 */
public final class ClientTls {

  private static final Logger LOG = LoggerFactory.getLogger(ClientTls.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final String name;
  private final Supplier<Optional<ClientIdentity>> identities;
  private final LongSupplier nanoTime;
  private final ReloadedPem<TrustManager> trust;
  private final @Nullable ReloadedPem<ClientCertificate> configured;
  private Optional<ClientIdentity> identity = Optional.empty();
  private @Nullable ClientCertificate brought;
  private long checkedAt;
  private TlsSetup current;

  ClientTls(
      TlsConfig config,
      String host,
      Supplier<Optional<ClientIdentity>> identities,
      boolean toProxy,
      LongSupplier nanoTime) {
    this.name = config.serverName().isEmpty() ? host : config.serverName();
    this.identities = identities;
    this.nanoTime = nanoTime;
    if (config.insecure() && !config.authority().equals(PemSource.NONE)) {
      throw new ConfigException(
          "an authority is named, "
              + config.authority().description()
              + ", and TLS is not to be verified: take one of both away");
    }
    this.trust =
        new ReloadedPem<>(
            List.of(config.authority()), pem -> trust(config, toProxy, name, pem.get(0)));
    this.configured = keyPair(config.certificate(), config.key());
    this.checkedAt = nanoTime.getAsLong();
    this.current = setup();
  }

  /**
   * Reads what a configuration names.
   *
   * @param host the server's host in its address, without brackets
   * @param identities asked with each request for a certificate that takes the place of the
   *     configured one
   * @throws ConfigException if a certificate or key cannot be used, with its name and the reason
   */
  public static ClientTls create(
      TlsConfig config, String host, Supplier<Optional<ClientIdentity>> identities) {
    return new ClientTls(config, host, identities, false, System::nanoTime);
  }

  /**
   * TLS to a proxy on the way to such a server. No certificate is shown. Besides the named
   * authority, which alone counts for client-go, the JVM's are trusted: that of a cluster seldom
   * signs for a proxy, and what goes on to the API server has TLS of its own inside.
   *
   * @param host the proxy's host, which its certificate must be for
   */
  public static ClientTls toProxy(TlsConfig config, String host) {
    TlsConfig noKeys =
        new TlsConfig(config.authority(), "", config.insecure(), PemSource.NONE, PemSource.NONE);
    return new ClientTls(noKeys, host, Optional::empty, true, System::nanoTime);
  }

  private static TrustManager trust(TlsConfig config, boolean toProxy, String name, String pem) {
    if (config.insecure()) {
      return new AnyServer();
    }
    if (config.authority().equals(PemSource.NONE)) {
      return ServerTrust.byDefault(name);
    }
    String source = config.authority().description();
    List<X509Certificate> authorities = Certificates.authorities(pem, source);
    return toProxy
        ? ServerTrust.inOrByDefault(authorities, source, name)
        : ServerTrust.in(authorities, source, name);
  }

  private static @Nullable ReloadedPem<ClientCertificate> keyPair(
      PemSource certificate, PemSource key) {
    if (certificate.equals(PemSource.NONE) && key.equals(PemSource.NONE)) {
      return null;
    }
    if (certificate.equals(PemSource.NONE) || key.equals(PemSource.NONE)) {
      throw new ConfigException(
          certificate.equals(PemSource.NONE)
              ? "there is a client key, " + key.description() + ", but no certificate for it"
              : "there is a client certificate, "
                  + certificate.description()
                  + ", but no key for it");
    }
    return new ReloadedPem<>(
        List.of(certificate, key),
        pem -> KeyPairs.of(pem.get(0), certificate.description(), pem.get(1), key.description()));
  }

  /**
   * TLS as it is now: the same one as before unless something changed.
   *
   * @throws IOException if a certificate was brought that cannot be used, and there was none before
   */
  public TlsSetup current() throws IOException {
    Optional<ClientIdentity> asked = askForIdentity();
    synchronized (this) {
      boolean changed = !asked.equals(identity) && take(asked);
      long now = nanoTime.getAsLong();
      if (now - checkedAt >= FRESH_NANOS) {
        changed |= trust.refresh();
        changed |= configured != null && configured.refresh();
        checkedAt = now;
      }
      if (changed) {
        current = setup();
      }
      return current;
    }
  }

  private Optional<ClientIdentity> askForIdentity() throws IOException {
    try {
      return identities.get();
    } catch (RuntimeException e) { // a plugin that fails is a request that fails
      throw new IOException("there are no credentials: " + e.getMessage(), e);
    }
  }

  /** Whether what the client shows of itself is another now. */
  private boolean take(Optional<ClientIdentity> asked) throws IOException {
    try {
      brought =
          asked
              .map(
                  pem ->
                      KeyPairs.of(
                          pem.certificatePem(),
                          "the client certificate of the credential plugin",
                          pem.keyPem(),
                          "the client key of the credential plugin"))
              .orElse(null);
      identity = asked;
      return true;
    } catch (ConfigException e) {
      if (brought == null) {
        throw new IOException(e.getMessage(), e);
      }
      LOG.warn("{}; the one before is used until there is another", e.getMessage());
      identity = asked;
      return false;
    }
  }

  private TlsSetup setup() {
    ClientCertificate key = brought;
    if (key == null && configured != null) {
      key = configured.value();
    }
    return new TlsSetup(trust.value(), key, name);
  }
}
