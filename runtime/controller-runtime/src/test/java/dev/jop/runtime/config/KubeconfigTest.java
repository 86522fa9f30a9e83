package dev.jop.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.Credentials.InteractiveMode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of each field; that kubectl makes the same of it shows {@code KubectlTest}. */
class KubeconfigTest {

  private static final String EXEC = "apiVersion: client.authentication.k8s.io/v1, command: login";

  @TempDir private Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    Files.createDirectories(folder.resolve("keys"));
    for (String name : List.of("ca.crt", "me.crt", "keys/me.key", "token")) {
      Files.writeString(folder.resolve(name), "x");
    }
  }

  @Test
  void readsTheContextThatIsCurrent() throws IOException {
    ClientConfig config = read("{server: 'https://one:6443/'}", "{token: t}");

    assertThat(config)
        .isEqualTo(
            ClientConfig.forServer(URI.create("https://one:6443"))
                .withCredentials(new Credentials.Token("t"))
                .withNamespace("shop"));
  }

  @Test
  void readsAllOfACluster() throws IOException {
    ClientConfig config =
        read(
            "{server: 'https://one', tls-server-name: two, insecure-skip-tls-verify: true,"
                + " proxy-url: 'http://me:s3cret@proxy:3128', disable-compression: true,"
                + " extensions: [{name: x, extension: {a: [b]}}]}",
            "{}");

    assertThat(config.tls().serverName()).isEqualTo("two");
    assertThat(config.tls().insecure()).isTrue();
    assertThat(config.proxy()).contains(URI.create("http://me:s3cret@proxy:3128"));
    assertThat(config.compression()).isFalse();
  }

  @Test
  void findsFilesBesideTheirKubeconfig() throws IOException {
    ClientConfig config =
        read(
            "{server: 'https://one', certificate-authority: ca.crt}",
            "{client-certificate: ./keys/../me.crt, client-key: keys/me.key, tokenFile: token}");

    assertThat(config.tls())
        .isEqualTo(new TlsConfig(file("ca.crt"), "", false, file("me.crt"), file("keys/me.key")));
    assertThat(config.credentials())
        .isEqualTo(new Credentials.TokenFile(folder.resolve("token"), ""));
  }

  @Test
  void decodesWhatIsInTheKubeconfigItself() throws IOException {
    ClientConfig config =
        read(
            "{server: 'https://one', certificate-authority-data: Y2E=}",
            "{client-certificate-data: Y2VydA==, client-key-data: \"a2\\nV5\"}");

    assertThat(config.tls().authority())
        .isEqualTo(new PemSource.Data("ca", "certificate-authority-data of cluster \"one\""));
    assertThat(config.tls().certificate())
        .isEqualTo(new PemSource.Data("cert", "client-certificate-data of user \"me\""));
    assertThat(config.tls().key())
        .isEqualTo(new PemSource.Data("key", "client-key-data of user \"me\""));
  }

  @Test
  void readsWhomToActAs() throws IOException {
    Impersonation impersonation =
        user("{as: ann, as-uid: '7', as-groups: [a, b], as-user-extra: {k: [v, w]}}")
            .impersonation();

    assertThat(impersonation)
        .isEqualTo(
            new Impersonation("ann", "7", List.of("a", "b"), Map.of("k", List.of("v", "w"))));
  }

  @Test
  void readsACredentialPlugin() throws IOException {
    String user =
        "{exec: {apiVersion: client.authentication.k8s.io/v1, command: bin/login, args: [a, '$b'],"
            + " env: [{name: VAR, value: v}], installHint: get it, provideClusterInfo: true,"
            + " interactiveMode: Never}}";
    ClientConfig config =
        read(
            "{server: 'https://one', extensions: [{name: client.authentication.k8s.io/exec,"
                + " extension: {audience: x}}]}",
            user);

    assertThat(config.credentials())
        .isEqualTo(
            new Credentials.Exec(
                folder.resolve("bin/login").toString(),
                List.of("a", "$b"),
                Map.of("VAR", "v"),
                "client.authentication.k8s.io/v1",
                "get it",
                true,
                "{\"audience\":\"x\"}",
                InteractiveMode.NEVER));
  }

  @Test
  void leavesACommandWithoutASlashToThePath() throws IOException {
    Credentials.Exec exec =
        (Credentials.Exec)
            user("{exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: login}}")
                .credentials();

    assertThat(exec.command()).isEqualTo("login");
    assertThat(exec.interactiveMode()).isEqualTo(InteractiveMode.IF_AVAILABLE);
  }

  @Test
  void readsAnOidcProvider() throws IOException {
    Credentials credentials =
        user("{auth-provider: {name: oidc, config: {idp-issuer-url: 'https://i', client-id: c}}}")
            .credentials();

    assertThat(((Credentials.Oidc) credentials).config())
        .containsOnly(Map.entry("idp-issuer-url", "https://i"), Map.entry("client-id", "c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{token: t, exec: {%s, interactiveMode: Never}}|Token",
        "{username: u, exec: {%s, interactiveMode: Never}}|Basic[u]",
        "{client-certificate: me.crt, client-key: keys/me.key, exec: {%s, interactiveMode: Never}}"
            + "|Anonymous[]",
        "{token: t, auth-provider: {name: oidc, config: {idp-issuer-url: i, client-id: c}}}|Token",
        "{client-certificate: me.crt, client-key: keys/me.key, token: t}|Token",
        "{client-certificate: me.crt, client-key: keys/me.key,"
            + " auth-provider: {name: oidc, config: {idp-issuer-url: i, client-id: c}}}|Oidc[i]",
        "{token: t, tokenFile: missing}|TokenFile[FOLDER/missing]",
      })
  void prefersWhatKubectlPrefers(String user, String credentials) throws IOException {
    assertThat(user(user.formatted(EXEC)).credentials())
        .hasToString(credentials.replace("FOLDER", folder.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "https://one, https://one",
    "https://one/, https://one",
    "https://one:6443/k8s/clusters/c-1//, https://one:6443/k8s/clusters/c-1",
    "one:6443, https://one:6443",
    "10.0.0.1:6443, https://10.0.0.1:6443",
    "HTTPS://One, https://One",
    "http://one:8080, http://one:8080",
    "https://[fd00::1]:6443, https://[fd00::1]:6443",
    "https://my_host:6443, https://my_host:6443",
  })
  void takesAddresses(String server, String address) throws IOException {
    assertThat(read("{server: '" + server + "'}", "{}").server()).hasToString(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|cluster \"one\" has no server",
        "{server: 'ftp://one'}|begins with neither https:// nor http://",
        "{server: 'https://me:s3cret@one'}|holds a user name",
        "{server: 'https://one?a=s3cret'}|holds a query or a fragment",
        "{server: 'https://one:123456'}|has no host, or one or a port that cannot be",
        "{server: 'https://'}|has no host",
        "{server: 'https:/one'}|has no host",
        "{server: \"https://one\\nHost: two\"}|has no host",
        "{server: 'https://one/a b'}|is no URL",
        "{server: [x]}|line 6: server of cluster \"one\" must be a text",
        "{server: 5}|must be a text, put it in quotes",
        "{server: 'https://one', certificate-authority: ca.crt, certificate-authority-data: eA==}"
            + "|remove one",
        "{server: 'https://one', certificate-authority: ca.crt, insecure-skip-tls-verify: true}"
            + "|remove one",
        "{server: 'https://one', certificate-authority: none.crt}|which cannot be read",
        "{server: 'https://one', certificate-authority-data: '%'}|is no base64",
        "{server: 'https://one', certificate-authority-data: 'eA'}|is no base64",
        "{server: 'https://one', insecure-skip-tls-verify: 'true'}|must be true or false",
        "{server: 'https://one', proxy-url: 'proxy:3128'}|begins with none of",
        "{server: 'https://one', proxy-url: 'ftp://u:s3cret@proxy'}|begins with none of",
        "{server: 'https://one', proxy-url: 'http://u:s3cret@'}|has no host",
        "{server: 'https://one', proxy-url: 'http://u:%s3cret@proxy'}|is no URL",
        "{server: 'https://one', extensions: {}}|must be a list",
        "{server: 'https://one', extensions: [{name: a}, {name: a}]}|an extension of cluster \"one\" has the name of another",
      })
  void refusesAClusterThatIsOfNoUse(String cluster, String message) {
    assertRefused(() -> read(cluster, "{}"), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{token: s3cret, username: u}|has token and username",
        "{tokenFile: token, username: u, password: s3cret}|has tokenFile and username",
        "{password: s3cret}|a password without a username",
        "{token: \"s3cret\\nx: y\"}|line 8: token of user \"me\" holds a line break",
        "{token: 5}|line 8: token of user \"me\" must be a text, put it in quotes",
        "{tokenFile: s}|has the tokenFile FOLDER/s, which cannot be read",
        "{client-certificate: me.crt}|a client-certificate without its client-key",
        "{client-key-data: czNjcmV0}|a client-key without its client-certificate",
        "{client-certificate: me.crt, client-certificate-data: eA==, client-key: keys/me.key}"
            + "|has client-certificate and client-certificate-data",
        "{client-certificate: me.crt, client-key: keys/me.key, client-key-data: eA==}"
            + "|has client-key and client-key-data",
        "{client-certificate: none, client-key: keys/me.key}|FOLDER/none, which cannot be read",
        "{as-uid: u}|does not say as whom",
        "{as-groups: [g]}|does not say as whom",
        "{as-user-extra: {k: [v]}}|does not say as whom",
        "{as: \"a\\r\\nb\"}|as of user \"me\" holds a line break",
        "{as: a, as-user-extra: {k: [\"v\\n\"]}}|holds a line break",
        "{as: a, as-groups: g}|as-groups of user \"me\" must be a list",
        "{auth-provider: {name: gcp}}|has the auth-provider \"gcp\", and only oidc is there",
        "{auth-provider: {name: oidc}}|without idp-issuer-url",
        "{auth-provider: {name: oidc, config: {idp-issuer-url: i}}}|without client-id",
        "{auth-provider: {name: oidc, config: {a: 1}}}|config of auth-provider of user \"me\" must be",
        "{exec: {EXEC}, auth-provider: {name: oidc}}|has exec and auth-provider",
        "{exec: {EXEC}}|without an interactiveMode",
        "{exec: {EXEC, interactiveMode: Perhaps}}|interactiveMode is none of",
        "{exec: {command: x, interactiveMode: Never}}|whose apiVersion is neither",
        "{exec: {command: x, apiVersion: client.authentication.k8s.io/v1alpha1}}|apiVersion is neither",
        "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}}"
            + "|without a command",
        "{exec: {EXEC, interactiveMode: Never, env: [{value: s3cret}]}}|a variable without a name",
        "{exec: {EXEC, interactiveMode: Never, args: [\"s3cret\\0\"]}}|a NUL in args or env",
        "{exec: {EXEC, interactiveMode: Never, args: s3cret}}|args of exec of user \"me\" must be",
      })
  void refusesAUserThatIsOfNoUse(String user, String message) {
    assertRefused(() -> user(user.replace("EXEC", EXEC)), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| is empty",
        "'# nothing'| is empty",
        "'---'| is empty",
        "[a]|, line 1: a kubeconfig must have fields",
        "s3cret|, line 1: a kubeconfig must have fields",
        "{kind: Secret}|kind of a kubeconfig must be Config",
        "{apiVersion: v2}|apiVersion of a kubeconfig must be v1",
        "{users: [{name: a}]}| has no current context",
        "{users: [{name: a}], current-context: c}| has no context \"c\"",
        "{contexts: [{name: c}], current-context: c}|names the cluster \"\", which is not there",
        "{contexts: [{name: c, context: {cluster: x}}], current-context: c}"
            + "|names the cluster \"x\", which is not there",
        "{contexts: [{name: c, context: {cluster: x, user: u}}], current-context: c,"
            + " clusters: [{name: x, cluster: {server: s}}]}|the user \"u\", which is not there",
        "{contexts: [{name: c, context: {cluster: x, namespace: A_b}}], current-context: c}"
            + "|has a namespace that no namespace can be called",
        "{users: [{name: a}, {name: a}]}|user \"a\" is there for the second time",
        "{users: [{name: a, user: {token: [s3cret]}}]}|token of user \"a\" must be a text",
        "{users: {a: s3cret}}|users of a kubeconfig must be a list",
        "{current-context: a, current-context: b}|line 1: a field that was there before",
        "{preferences: {colors: 1}}|colors of preferences must be true or false",
      })
  void refusesAFileThatIsOfNoUse(String content, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), content);

    assertRefused(() -> read(file), message);
  }

  @Test
  void takesTheFirstOfWhatSeveralFilesSay() throws IOException {
    Path first = folder.resolve("first");
    Path second = Files.createDirectories(folder.resolve("sub")).resolve("second");
    Files.writeString(folder.resolve("sub/t"), "x");
    Files.writeString(
        first,
        """
        contexts: [{name: c, context: {cluster: k, user: u}}]
        clusters: [{name: k, cluster: {server: 'https://first'}}]
        """);
    Files.writeString(
        second,
        """
        current-context: c
        contexts: [{name: c, context: {cluster: other, user: other, namespace: other}}]
        clusters: [{name: k, cluster: {server: 'https://second', tls-server-name: x}}]
        users: [{name: u, user: {tokenFile: t}}]
        """);
    Path third = Files.writeString(folder.resolve("third"), "current-context: none");

    assertThat(read(Files.writeString(folder.resolve("none"), ""), first, second, third))
        .isEqualTo(
            ClientConfig.forServer(URI.create("https://first"))
                .withCredentials(new Credentials.TokenFile(folder.resolve("sub/t"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "flow", "junk"})
  void refusesOrReadsFourMegabytesAtOnce(String form) throws IOException {
    String text =
        switch (form) {
          case "yaml" ->
              "clusters:\n"
                  + "- name: c\n  cluster: {server: 'https://one', tls-server-name: a}\n"
                      .repeat(70_000);
          case "flow" -> "{a: [" + "b, ".repeat(900_000) + "c]}";
          default -> "x".repeat(4 << 20);
        };
    Path file = Files.writeString(folder.resolve("big"), text);
    Path smaller =
        Files.write(
            folder.resolve("smaller"),
            List.of(text.substring(0, Math.min(text.length(), 3 << 20))),
            StandardCharsets.UTF_8);

    for (Path each : List.of(file, smaller)) {
      Instant start = Instant.now();
      assertRefused(() -> read(each), "kubeconfig " + each);
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void readsAThousandContexts() throws IOException {
    StringBuilder text = new StringBuilder("current-context: c999\nclusters:\n");
    String data = "A".repeat(1600);
    for (int i = 0; i < 1000; i++) {
      text.append("- name: c%1$d\n  cluster:\n    server: https://c%1$d\n".formatted(i));
      text.append("    certificate-authority-data: ").append(data).append('\n');
    }
    text.append("contexts:\n");
    for (int i = 0; i < 1000; i++) {
      text.append("- {name: c%1$d, context: {cluster: c%1$d, namespace: ns}}\n".formatted(i));
    }
    Path file = Files.writeString(folder.resolve("many"), text);

    assertThat(read(file).server()).hasToString("https://c999");
  }

  @Test
  void showsNoSecretInAnyTextForm() throws IOException {
    ClientConfig config =
        read(
            "{server: 'https://one', proxy-url: 'http://me:s3cret@proxy'}",
            "{token: s3cret, client-certificate-data: czNjcmV0, client-key-data: czNjcmV0}");
    Path file = folder.resolve("kubeconfig");
    Kubeconfig kubeconfig = Kubeconfig.read(List.of(new KubeconfigSource(file, "test")));

    assertThat(config + " " + config.tls() + config.credentials() + kubeconfig.users())
        .doesNotContain("s3cret");
  }

  private PemSource file(String name) {
    return new PemSource.File(folder.resolve(name));
  }

  private ClientConfig user(String user) throws IOException {
    return read("{server: 'https://one'}", user);
  }

  private ClientConfig read(String cluster, String user) throws IOException {
    return read(
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            apiVersion: v1
            kind: Config
            current-context: current
            contexts:
            - {name: current, context: {cluster: one, user: me, namespace: shop}}
            clusters: [{name: one, cluster: %s}]
            users:
            - {name: me, user: %s}
            """
                .formatted(cluster, user)));
  }

  private static ClientConfig read(Path... files) {
    List<KubeconfigSource> sources = new ArrayList<>();
    for (Path file : files) {
      sources.add(new KubeconfigSource(file, "test"));
    }
    return Kubeconfig.read(sources).clientConfig("");
  }

  private void assertRefused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading)
        .isInstanceOf(ConfigException.class)
        .message()
        .contains(message.replace("FOLDER", folder.toString()))
        .doesNotContain("s3cret", "\n");
  }
}
