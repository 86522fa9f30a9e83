package dev.jop.runtime.config;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads fabric8's configuration.
 *
 * <p>Where that came from a kubeconfig, the kubeconfig is read once more: fabric8 leaves out whom
 * to act as, token files and proxies, and keeps of a plugin no more than the token of its first
 * run.
 */
final class Fabric8Config {

  /** What is different here, or is not there; another value than the default is an error. */
  private static final Map<String, Function<Config, @Nullable Object>> REFUSED =
      Map.ofEntries(
          Map.entry("trustStoreFile", Config::getTrustStoreFile),
          Map.entry("keyStoreFile", Config::getKeyStoreFile),
          Map.entry("clientKeyPassphrase", Config::getClientKeyPassphrase),
          Map.entry("customHeaders", Config::getCustomHeaders),
          Map.entry("userAgent", Config::getUserAgent),
          Map.entry("tlsVersions", config -> tlsVersions(config)),
          Map.entry("apiVersion", Config::getApiVersion),
          Map.entry("connectionTimeout", Config::getConnectionTimeout),
          Map.entry("maxConcurrentRequests", Config::getMaxConcurrentRequests),
          Map.entry("maxConcurrentRequestsPerHost", Config::getMaxConcurrentRequestsPerHost),
          Map.entry("watchReconnectInterval", Config::getWatchReconnectInterval),
          Map.entry("watchReconnectLimit", Config::getWatchReconnectLimit),
          Map.entry("additionalProperties", Config::getAdditionalProperties));

  private final Config config;
  private final Optional<ClientConfig> file;

  private Fabric8Config(Config config) {
    this.config = config;
    file = fromKubeconfig();
  }

  static ClientConfig read(Config config) {
    Config defaults = Config.empty();
    new TreeMap<>(REFUSED)
        .forEach(
            (field, value) -> {
              if (!isEmpty(value.apply(config))
                  && !Objects.equals(value.apply(config), value.apply(defaults))) {
                throw error(field, "cannot be honoured; leave it as it is by default");
              }
            });
    return new Fabric8Config(config).clientConfig();
  }

  static Set<String> refused() {
    return REFUSED.keySet();
  }

  private ClientConfig clientConfig() {
    return new ClientConfig(
        address("masterUrl", Addresses::server, config.getMasterUrl()),
        tls(),
        credentials(),
        impersonation(),
        proxy(),
        file.map(ClientConfig::compression).orElse(true),
        timeout(),
        text(config.getNamespace()));
  }

  /** What fabric8 has read and not kept. */
  private Optional<ClientConfig> fromKubeconfig() {
    if (config.getCurrentContext() == null) {
      return Optional.empty();
    }
    List<KubeconfigSource> sources =
        Stream.of(config.getFile(), config.getFileWithCluster(), config.getFileWithAuthInfo())
            .filter(Objects::nonNull)
            .distinct()
            .map(file -> new KubeconfigSource(file.toPath(), "a fabric8 Config"))
            .toList();
    return sources.isEmpty()
        ? Optional.empty()
        : Optional.of(Kubeconfig.read(sources).clientConfig(config.getCurrentContext().getName()));
  }

  private TlsConfig tls() {
    boolean insecure = config.isTrustCerts();
    if (config.isDisableHostnameVerification() && !insecure) {
      throw error("disableHostnameVerification", "can be had with trustCerts only");
    }
    PemSource authority = pem("caCert", config.getCaCertData(), config.getCaCertFile());
    if (insecure && !authority.equals(PemSource.NONE)) {
      throw error("trustCerts", "stands beside a certificate authority; remove one");
    }
    PemSource certificate =
        pem("clientCert", config.getClientCertData(), config.getClientCertFile());
    PemSource key = pem("clientKey", config.getClientKeyData(), config.getClientKeyFile());
    if (certificate.equals(PemSource.NONE) != key.equals(PemSource.NONE)) {
      throw error("clientCert", "or clientKey is missing");
    }
    String serverName = text(config.getTlsServerName());
    return new TlsConfig(
        authority,
        serverName.isEmpty() ? file.map(f -> f.tls().serverName()).orElse("") : serverName,
        insecure,
        certificate,
        key);
  }

  private static PemSource pem(String field, @Nullable String data, @Nullable String path) {
    if (data != null && !data.isEmpty()) {
      return new PemSource.Data(decoded(field, data), field + "Data of the fabric8 Config");
    }
    return path == null || path.isEmpty()
        ? PemSource.NONE
        : new PemSource.File(Path.of(path).toAbsolutePath());
  }

  /** The text may be PEM itself, or in base64 once more. */
  private static String decoded(String field, String data) {
    if (data.contains("-----BEGIN")) {
      return data;
    }
    try {
      return new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw error(field + "Data", "is neither PEM nor base64");
    }
  }

  private Credentials credentials() {
    String username = text(config.getUsername());
    String token = text(config.getOauthToken());
    OAuthTokenProvider provider = config.getOauthTokenProvider();
    boolean hasPassword = !username.isEmpty() || !text(config.getPassword()).isEmpty();
    if (hasPassword && (provider != null || !token.isEmpty())) {
      throw error("username", "stands beside a token; only one of them can be used");
    }
    if (hasPassword && username.isEmpty()) {
      throw error("password", "stands there without a username");
    }
    if (provider != null) {
      return new Credentials.TokenSupplier(() -> text(provider.getToken()));
    }
    if (!token.isEmpty()) {
      return new Credentials.Token(token);
    }
    if (hasPassword) {
      return new Credentials.Basic(username, config.getPassword());
    }
    return file.map(ClientConfig::credentials).orElseGet(this::automaticCredentials);
  }

  /** Those that fabric8 has found itself, but not in a file of which it knows. */
  private Credentials automaticCredentials() {
    String token = text(config.getAutoOAuthToken());
    if (!token.isEmpty()) {
      Path account =
          Path.of(
              System.getProperty(
                  Config.KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN_FILE_SYSTEM_PROPERTY,
                  Config.KUBERNETES_SERVICE_ACCOUNT_TOKEN_PATH));
      return holds(account, token)
          ? new Credentials.TokenFile(account, token)
          : new Credentials.Token(token);
    }
    if (config.getAuthProvider() == null) {
      return new Credentials.Anonymous();
    }
    Map<String, String> fields = config.getAuthProvider().getConfig();
    try {
      return new KubeconfigUser.AuthProvider(
              text(config.getAuthProvider().getName()), fields == null ? Map.of() : fields)
          .credentials(Optional.empty(), "");
    } catch (IllegalArgumentException e) {
      throw new ConfigException("the fabric8 Config " + e.getMessage(), e);
    }
  }

  private static boolean holds(Path file, String token) {
    try {
      return Files.readString(file).strip().equals(token);
    } catch (IOException e) {
      return false;
    }
  }

  private Impersonation impersonation() {
    String user = text(config.getImpersonateUsername());
    String[] groups = config.getImpersonateGroups();
    Map<String, List<String>> extras = config.getImpersonateExtras();
    if (!user.isEmpty()) {
      return new Impersonation(
          user,
          "",
          groups == null ? List.of() : List.of(groups),
          extras == null ? Map.of() : extras);
    }
    if (!isEmpty(groups) || !isEmpty(extras)) {
      throw error("impersonateUsername", "is missing beside impersonateGroups or -Extras");
    }
    return file.map(ClientConfig::impersonation).orElseGet(Impersonation::none);
  }

  private Optional<URI> proxy() {
    boolean plain = config.getMasterUrl().startsWith("http://");
    String proxy = text(plain ? config.getHttpProxy() : config.getHttpsProxy());
    if (proxy.isEmpty()) {
      return file.flatMap(ClientConfig::proxy);
    }
    URI server = address("masterUrl", Addresses::server, config.getMasterUrl());
    String host =
        server.getRawAuthority().replaceFirst(":[0-9]*$", ""); // it may hold an underscore
    String[] exceptions = config.getNoProxy();
    if (exceptions != null && NoProxy.matches(host, List.of(exceptions))) {
      return Optional.of(ClientConfig.NO_PROXY);
    }
    URI uri = address(plain ? "httpProxy" : "httpsProxy", Addresses::proxy, proxy);
    String username = text(config.getProxyUsername());
    if (username.isEmpty() || uri.getRawUserInfo() != null) {
      return Optional.of(uri);
    }
    String user = encoded(username) + ":" + encoded(text(config.getProxyPassword()));
    return Optional.of(URI.create(uri.getScheme() + "://" + user + "@" + uri.getRawAuthority()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static URI address(String field, Function<String, URI> reading, String url) {
    try {
      return reading.apply(url);
    } catch (IllegalArgumentException e) {
      throw error(field, e.getMessage());
    }
  }

  private Duration timeout() {
    int millis = config.getRequestTimeout();
    if (millis <= 0) {
      throw error("requestTimeout", "must be more than 0 ms; no request may wait for ever");
    }
    return Duration.ofMillis(millis);
  }

  private static Object tlsVersions(Config config) {
    return config.getTlsVersions() == null
        ? Set.of()
        : new LinkedHashSet<>(Arrays.asList(config.getTlsVersions()));
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || (value instanceof Map<?, ?> map && map.isEmpty())
        || (value instanceof Object[] array && array.length == 0);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static ConfigException error(String field, @Nullable String problem) {
    return new ConfigException("the field " + field + " of the fabric8 Config " + problem);
  }
}
