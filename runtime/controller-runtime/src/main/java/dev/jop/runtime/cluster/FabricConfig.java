package dev.jop.runtime.cluster;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.ConfigException;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.config.Impersonation;
import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What fabric8's configuration says about the way to an API server. */
final class FabricConfig {

  private FabricConfig() {}

  static ClientConfig of(Config config) {
    String url = config.getMasterUrl();
    return new ClientConfig(
        URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
        new TlsConfig(
            pem(config.getCaCertData(), config.getCaCertFile(), "the authority's certificate"),
            config.getTlsServerName() == null ? "" : config.getTlsServerName(),
            config.isTrustCerts(),
            pem(config.getClientCertData(), config.getClientCertFile(), "the client certificate"),
            pem(config.getClientKeyData(), config.getClientKeyFile(), "the client key")),
        credentials(config),
        Impersonation.none(),
        Optional.ofNullable(config.getHttpsProxy()).map(URI::create),
        true,
        Duration.ofMillis(config.getRequestTimeout()),
        config.getNamespace() == null ? "" : config.getNamespace());
  }

  private static PemSource pem(@Nullable String data, @Nullable String file, String description) {
    if (data != null && !data.isEmpty()) {
      return new PemSource.Data(decoded(data, description), description);
    }
    return file == null || file.isEmpty()
        ? PemSource.NONE
        : new PemSource.File(Path.of(file).toAbsolutePath());
  }

  private static String decoded(String data, String description) {
    if (data.startsWith("-----BEGIN")) {
      return data;
    }
    try {
      return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(description + " is not base64: " + e.getMessage(), e);
    }
  }

  private static Credentials credentials(Config config) {
    if (config.getOauthTokenProvider() != null) {
      return new Credentials.TokenSupplier(
          () -> {
            String token = config.getOauthTokenProvider().getToken();
            return token == null ? "" : token;
          });
    }
    String token =
        config.getOauthToken() == null ? config.getAutoOAuthToken() : config.getOauthToken();
    if (token != null) {
      return new Credentials.Token(token);
    }
    return config.getUsername() == null
        ? new Credentials.Anonymous()
        : new Credentials.Basic(
            config.getUsername(), config.getPassword() == null ? "" : config.getPassword());
  }
}
