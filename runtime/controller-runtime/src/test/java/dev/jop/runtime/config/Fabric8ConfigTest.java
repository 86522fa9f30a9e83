package dev.jop.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.AuthProviderConfig;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.http.TlsVersion;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class Fabric8ConfigTest {

  private static final ClientConfig ONE =
      ClientConfig.forServer(URI.create("https://one.example.com:6443"));

  /** What a ClientConfig is made of. */
  private static final List<String> READ =
      List.of(
          """
          masterUrl namespace trustCerts disableHostnameVerification caCertFile caCertData clientCertFile \
          clientCertData clientKeyFile clientKeyData tlsServerName username password oauthToken autoOAuthToken \
          oauthTokenProvider authProvider impersonateUsername impersonateGroups impersonateExtras httpProxy \
          httpsProxy proxyUsername proxyPassword noProxy requestTimeout currentContext file fileWithCluster \
          fileWithAuthInfo"""
              .split(" ", -1));

  /**
   * What says nothing about the way to the API server, or nothing that is not so here anyway: a
   * key's algorithm is in the key, other contexts do not count, nothing is uploaded, scaled or sent
   * over HTTP/2 or a websocket, and those who call repeat what may be repeated.
   */
  private static final List<String> WITHOUT_EFFECT =
      List.of(
          """
          clientKeyAlgo contexts autoConfigure defaultNamespace readiness requestConfig \
          trustStorePassphrase keyStorePassphrase websocketPingInterval uploadRequestTimeout \
          requestRetryBackoffLimit requestRetryBackoffInterval scaleTimeout loggingInterval http2Disable \
          onlyHttpWatches watchList"""
              .split(" ", -1));

  @TempDir private Path folder;

  @Test
  void knowsEachFieldThatFabric8Has() {
    List<String> known = new ArrayList<>(READ);
    known.addAll(WITHOUT_EFFECT);
    known.addAll(Fabric8Config.refused());

    assertThat(
            Arrays.stream(Config.class.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getName)
                .filter(name -> name.matches("(get|is)[A-Z].*"))
                .filter(name -> !name.equals("getKubeconfigFilenames")) // static
                .map(name -> name.replaceFirst("^(get|is)", ""))
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void readsTheDefaults() {
    assertThat(ClientConfig.of(config(c -> c))).isEqualTo(ONE);
  }

  @Test
  void readsWhomToTrustAndWhatToShow() {
    assertThat(tls(c -> c.withTrustCerts(true).withDisableHostnameVerification(true)))
        .isEqualTo(new TlsConfig(PemSource.NONE, "", true, PemSource.NONE, PemSource.NONE));
    assertThat(
            tls(
                c ->
                    c.withCaCertFile("/ca")
                        .withClientCertFile("/c")
                        .withClientKeyFile("/k")
                        .withTlsServerName("two")))
        .isEqualTo(
            new TlsConfig(
                new PemSource.File(Path.of("/ca")),
                "two",
                false,
                new PemSource.File(Path.of("/c")),
                new PemSource.File(Path.of("/k"))));
    assertThat(
            tls(
                c ->
                    c.withCaCertData("Y2E=")
                        .withCaCertFile("/ca")
                        .withClientCertData("-----BEGIN C-----")
                        .withClientKeyData("a2V5")))
        .isEqualTo(
            new TlsConfig(
                new PemSource.Data("ca", "caCertData of the fabric8 Config"),
                "",
                false,
                new PemSource.Data("-----BEGIN C-----", "clientCertData of the fabric8 Config"),
                new PemSource.Data("key", "clientKeyData of the fabric8 Config")));
  }

  @Test
  void readsWhoAsks() {
    assertThat(of(c -> c.withOauthToken("t")).credentials()).isEqualTo(new Credentials.Token("t"));
    assertThat(of(c -> c.withUsername("u").withPassword("p")).credentials())
        .isEqualTo(new Credentials.Basic("u", "p"));
    Credentials supplied =
        of(c -> c.withOauthTokenProvider(() -> "provided").withOauthToken("t")).credentials();
    assertThat(((Credentials.TokenSupplier) supplied).supplier().get()).isEqualTo("provided");
    AuthProviderConfig provider =
        new AuthProviderConfig(Map.of("idp-issuer-url", "https://i", "client-id", "c"), "oidc");
    assertThat(of(c -> c.withAuthProvider(provider)).credentials())
        .isInstanceOf(Credentials.Oidc.class);
  }

  @Test
  void readsATokenThatFabric8HasFoundItself() {
    Config found = config(c -> c);
    found.setAutoOAuthToken("t");

    assertThat(ClientConfig.of(found).credentials()).isEqualTo(new Credentials.Token("t"));
  }

  @Test
  void readsATokenOfThePodAgainFromItsFile() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "t");
    System.setProperty(Config.KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN_FILE_SYSTEM_PROPERTY, file + "");
    try {
      Config found = config(c -> c);
      found.setAutoOAuthToken("t");

      assertThat(ClientConfig.of(found).credentials())
          .isEqualTo(new Credentials.TokenFile(file, "t"));
    } finally {
      System.clearProperty(Config.KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN_FILE_SYSTEM_PROPERTY);
    }
  }

  @Test
  void readsWhomToActAs() {
    assertThat(
            of(c ->
                    c.withImpersonateUsername("ann")
                        .withImpersonateGroups("a", "b")
                        .withImpersonateExtras(Map.of("k", List.of("v"))))
                .impersonation())
        .isEqualTo(new Impersonation("ann", "", List.of("a", "b"), Map.of("k", List.of("v"))));
  }

  @Test
  void readsNamespaceAndTimeout() {
    ClientConfig config = of(c -> c.withNamespace("shop").withRequestTimeout(500));

    assertThat(config.namespace()).isEqualTo("shop");
    assertThat(config.timeout()).isEqualTo(Duration.ofMillis(500));
  }

  @ParameterizedTest
  @CsvSource({
    "https://one.example.com, other.example.com, http://u%20:p%40@proxy:1",
    "https://one.example.com, example.com, direct:none",
    "https://one.example.com, .example.com, direct:none",
    "https://one.example.com, *, direct:none",
    "https://one.example.com, ample.com, http://u%20:p%40@proxy:1",
    "https://10.1.2.3:6443, 10.0.0.0/8, direct:none",
    "https://my_host.example.com:6443, example.com, direct:none",
    "https://11.1.2.3:6443, 10.0.0.0/8, http://u%20:p%40@proxy:1",
    "https://[fd00::1]:6443, fd00::/8, direct:none",
    "http://one.example.com, '', http://u%20:p%40@plain:1",
  })
  void readsTheProxyAndItsExceptions(String server, String exception, String proxy) {
    assertThat(
            of(c ->
                    c.withMasterUrl(server)
                        .withHttpsProxy("http://proxy:1")
                        .withHttpProxy("http://plain:1")
                        .withProxyUsername("u ")
                        .withProxyPassword("p@")
                        .withNoProxy(exception))
                .proxy()
                .map(URI::toString)
                .orElse(""))
        .isEqualTo(proxy);
  }

  @Test
  void takesWhatFabric8LeavesOutFromTheKubeconfig() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            current-context: it
            contexts: [{name: it, context: {cluster: there, user: me, namespace: shop}}]
            clusters:
            - name: there
              cluster: {server: 'https://one', proxy-url: 'http://proxy:1', tls-server-name: two,
                disable-compression: true}
            users:
            - {name: me, user: {token: t, tokenFile: token, as: ann, as-groups: [g], as-uid: '7'}}
            """);
    Config config = Config.fromKubeconfig(file.toFile());
    ClientConfig own =
        Kubeconfig.read(List.of(new KubeconfigSource(file, "test"))).clientConfig("");

    assertThat(ClientConfig.of(config)).isEqualTo(own);
    config.setOauthToken("explicit");
    config.setImpersonateUsername("bob");
    config.setHttpsProxy("http://other:1");
    assertThat(ClientConfig.of(config))
        .isEqualTo(
            own.withCredentials(new Credentials.Token("explicit"))
                .withImpersonation(new Impersonation("bob", "", List.of(), Map.of()))
                .withProxy(URI.create("http://other:1")));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void refusesByName(String field, Consumer<ConfigBuilder> change) {
    ConfigBuilder builder = builder();
    change.accept(builder);

    assertThatThrownBy(() -> ClientConfig.of(builder.build()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(field)
        .message()
        .doesNotContain("s3cret");
  }

  static List<Object[]> unusable() {
    List<Object[]> cases = new ArrayList<>();
    add(cases, "trustStoreFile", c -> c.withTrustStoreFile("/t"));
    add(cases, "keyStoreFile", c -> c.withKeyStoreFile("/t"));
    add(cases, "clientKeyPassphrase", c -> c.withClientKeyPassphrase("s3cret"));
    add(cases, "customHeaders", c -> c.withCustomHeaders(Map.of("X", "s3cret")));
    add(cases, "userAgent", c -> c.withUserAgent("s3cret"));
    add(cases, "tlsVersions", c -> c.withTlsVersions(TlsVersion.TLS_1_2));
    add(cases, "apiVersion", c -> c.withApiVersion("v2"));
    add(cases, "connectionTimeout", c -> c.withConnectionTimeout(1));
    add(cases, "maxConcurrentRequests", c -> c.withMaxConcurrentRequests(1));
    add(cases, "maxConcurrentRequestsPerHost", c -> c.withMaxConcurrentRequestsPerHost(1));
    add(cases, "watchReconnectInterval", c -> c.withWatchReconnectInterval(1));
    add(cases, "watchReconnectLimit", c -> c.withWatchReconnectLimit(1));
    add(cases, "additionalProperties", c -> c.addToAdditionalProperties("a", "s3cret"));
    add(cases, "requestTimeout", c -> c.withRequestTimeout(0));
    add(cases, "disableHostnameVerification", c -> c.withDisableHostnameVerification(true));
    add(cases, "trustCerts", c -> c.withTrustCerts(true).withCaCertFile("/ca"));
    add(cases, "clientCert", c -> c.withClientCertFile("/c"));
    add(cases, "clientKey", c -> c.withClientKeyFile("/k"));
    add(cases, "caCertData", c -> c.withCaCertData("s3cret="));
    add(cases, "username", c -> c.withUsername("u").withOauthToken("s3cret"));
    add(cases, "password", c -> c.withPassword("s3cret"));
    add(cases, "impersonateUsername", c -> c.withImpersonateGroups("g"));
    add(cases, "httpsProxy", c -> c.withHttpsProxy("ftp://u:s3cret@proxy"));
    add(cases, "masterUrl", c -> c.withMasterUrl("https://u:s3cret@one"));
    add(cases, "gcp", c -> c.withAuthProvider(new AuthProviderConfig(Map.of(), "gcp")));
    return cases;
  }

  private static void add(List<Object[]> cases, String field, Consumer<ConfigBuilder> change) {
    cases.add(new Object[] {field, change});
  }

  private static TlsConfig tls(UnaryOperator<ConfigBuilder> change) {
    return of(change).tls();
  }

  private static ClientConfig of(UnaryOperator<ConfigBuilder> change) {
    return ClientConfig.of(config(change));
  }

  private static Config config(UnaryOperator<ConfigBuilder> change) {
    return change.apply(builder()).build();
  }

  private static ConfigBuilder builder() {
    return new ConfigBuilder(Config.empty()).withMasterUrl("https://one.example.com:6443");
  }
}
