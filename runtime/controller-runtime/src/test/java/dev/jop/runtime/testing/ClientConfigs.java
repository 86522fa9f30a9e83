package dev.jop.runtime.testing;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.config.Impersonation;
import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes configurations for tests. */
public final class ClientConfigs {

  private ClientConfigs() {}

  /** One for a server that asks for nothing. */
  public static ClientConfig at(String url) {
    return ClientConfig.forServer(URI.create(url));
  }

  /** One for a server that nobody listens as. */
  public static ClientConfig nowhere() {
    return at("http://127.0.0.1:1");
  }

  /** One for a server whose certificate an authority signed. */
  public static ClientConfig trusting(String url, Authority authority) throws Exception {
    return at(url).withTls(tls(authority.pem()));
  }

  /** The trust in authorities, and nothing else. */
  public static TlsConfig tls(String pem) {
    return new TlsConfig(
        new PemSource.Data(pem, "authority"), "", false, PemSource.NONE, PemSource.NONE);
  }

  /** The one of a user of the test server, who has certificates as data or nothing. */
  public static ClientConfig of(Config config) {
    String url = config.getMasterUrl();
    return new ClientConfig(
        URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
        new TlsConfig(
            pem(config.getCaCertData()),
            "",
            false,
            pem(config.getClientCertData()),
            pem(config.getClientKeyData())),
        new Credentials.Anonymous(),
        Impersonation.none(),
        Optional.empty(),
        true,
        Duration.ofMillis(config.getRequestTimeout()),
        "");
  }

  private static PemSource pem(@Nullable String data) {
    return data == null
        ? PemSource.NONE
        : new PemSource.Data(
            new String(Base64.getDecoder().decode(data), StandardCharsets.US_ASCII), "test data");
  }
}
