package dev.jop.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.envtest.assets.AssetOptions;
import dev.jop.envtest.assets.Assets;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.testing.Authority;
import dev.jop.runtime.testing.RecordingServer;
import dev.jop.runtime.testing.RecordingServer.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Gives the same kubeconfig to kubectl and to us, and compares what a server gets of both.
 *
 * <p>In {@code kubectl-sends.csv} stand the kubeconfigs that both take, in {@code
 * kubectl-refuses.csv} those that both refuse, and in {@code kubectl-takes.csv} those that only
 * kubectl takes, with what we say.
 */
class KubectlIT {

  private static final String VERSION = RecordingServer.json(200, "{\"major\": \"1\"}");

  @TempDir private static Path shared;
  private static Path kubectl = Path.of("/");
  private static final Authority AUTHORITY = authority();
  private static RecordingServer secure = RecordingServer.plain(seen -> VERSION);
  private static RecordingServer plain = RecordingServer.plain(seen -> VERSION);
  private static RecordingServer proxy = RecordingServer.plain(seen -> VERSION);
  private static final Map<String, String> WORDS = new HashMap<>();

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws Exception {
    kubectl =
        Objects.requireNonNull(
            Assets.find(AssetOptions.defaults()).kubectl(), "there is no kubectl beside etcd");
    KeyPair keys = Authority.keys("EC", 256);
    String certificate = Authority.pem(AUTHORITY.sign("me", keys));
    String key = Authority.pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    secure.close();
    secure = RecordingServer.tls(AUTHORITY, seen -> VERSION);
    Map<String, String> files =
        Map.of("ca.crt", AUTHORITY.pem(), "me.crt", certificate, "me.key", key, "token", "file\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(shared.resolve(file.getKey()), file.getValue());
      WORDS.put(
          file.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
          Base64.getEncoder().encodeToString(file.getValue().getBytes(StandardCharsets.UTF_8)));
    }
    Files.writeString(shared.resolve("empty"), "");
    WORDS.put("SECURE", secure.url());
    WORDS.put("PLAIN", plain.url());
    WORDS.put("PROXY", "127.0.0.1:" + proxy.port());
    WORDS.put("PORT", Integer.toString(secure.port()));
    WORDS.put("JWT", jwt());
  }

  private static Authority authority() {
    try {
      return Authority.root("kubectl test");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @AfterAll
  static void close() throws IOException {
    secure.close();
    plain.close();
    proxy.close();
  }

  @BeforeEach
  void copyFiles() throws IOException {
    for (String name : List.of("ca.crt", "me.crt", "me.key", "token", "empty")) {
      Files.copy(shared.resolve(name), folder.resolve(name));
    }
    String credential =
        """
        {"apiVersion": "client.authentication.k8s.io/%s", "kind": "ExecCredential", "status": {%s}}
        """;
    plugin("gives-token", credential.formatted("v1", "\"token\": \"plugin\""));
    plugin("gives-beta", credential.formatted("v1beta1", "\"token\": \"plugin\""));
    plugin(
        "gives-certificate",
        credential.formatted(
            "v1",
            "\"clientCertificateData\": \"%s\", \"clientKeyData\": \"%s\""
                .formatted(
                    Files.readString(folder.resolve("me.crt")).replace("\n", "\\n"),
                    Files.readString(folder.resolve("me.key")).replace("\n", "\\n"))));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/kubectl-sends.csv", delimiter = '|')
  void sendsWhatKubectlSends(String name, String cluster, String user) throws Exception {
    Path file = kubeconfig(cluster, user);

    Outcome kubectls = kubectl(Map.of(), "--kubeconfig", file.toString());
    assertThat(kubectls.error()).isEmpty();
    assertThat(kubectls.seen()).isNotEmpty();
    assertThat(ours(() -> ConfigLoader.load(file.toString()))).isEqualTo(kubectls);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/kubectl-refuses.csv", delimiter = '|')
  void refusesWhatKubectlRefuses(String name, String cluster, String user) throws Exception {
    Path file = kubeconfig(cluster, user);

    Outcome kubectls = kubectl(Map.of(), "--kubeconfig", file.toString());
    assertThat(kubectls.error()).isNotEmpty();
    assertThat(kubectls.seen()).isEmpty();
    Outcome ours = ours(() -> ConfigLoader.load(file.toString()));
    assertThat(ours.error()).isNotEmpty();
    assertThat(ours.seen()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/kubectl-takes.csv", delimiter = '|')
  void refusesSomeThatKubectlTakes(String name, String message, String cluster, String user)
      throws Exception {
    Path file = kubeconfig(cluster, user);

    assertThat(kubectl(Map.of(), "--kubeconfig", file.toString()).seen()).isNotEmpty();
    Outcome ours = ours(() -> ConfigLoader.load(file.toString()));
    assertThat(ours.error()).contains(message);
    assertThat(ours.seen()).isEmpty();
  }

  @Test
  void putsSeveralFilesTogetherAsKubectlDoes() throws Exception {
    Path sub = Files.createDirectory(folder.resolve("sub"));
    Files.writeString(sub.resolve("token"), "sub");
    Files.copy(folder.resolve("ca.crt"), sub.resolve("other.crt"));
    Path first =
        Files.writeString(
            folder.resolve("first"),
            """
            contexts: [{name: c, context: {cluster: k, user: u}}]
            users: [{name: other, user: {token: other}}]
            """);
    Path second =
        Files.writeString(
            sub.resolve("second"),
            """
            current-context: c
            contexts: [{name: c, context: {cluster: none, user: other}}]
            clusters: [{name: k, cluster: {server: 'SECURE/x', certificate-authority: other.crt}}]
            users: [{name: u, user: {tokenFile: token, as: ann}}]
            """
                .replace("SECURE", secure.url()));
    Path third =
        Files.writeString(
            folder.resolve("third"),
            """
            current-context: d
            clusters: [{name: k, cluster: {server: 'PLAIN'}}]
            users: [{name: u, user: {token: third}}]
            """
                .replace("PLAIN", plain.url()));
    String list = "%s:/none:%s:%s:%s".formatted(first, second, third, first);

    Outcome kubectls = kubectl(Map.of("KUBECONFIG", list));
    assertThat(kubectls.seen()).hasSize(1);
    assertThat(
            ours(() -> new ConfigLoader(Map.of("KUBECONFIG", list), folder, folder).find("", "")))
        .isEqualTo(kubectls);
  }

  @Test
  void takesTheContextThatIsNamedAsKubectlDoes() throws Exception {
    Path file = kubeconfig("{server: 'SECURE', certificate-authority: ca.crt}", "{token: t}");

    Outcome kubectls = kubectl(Map.of(), "--kubeconfig", file.toString(), "--context", "second");
    assertThat(kubectls.seen()).hasSize(1);
    assertThat(ours(() -> ConfigLoader.load(file.toString(), "second"))).isEqualTo(kubectls);
  }

  @Test
  void asksAProxyForATunnelAsKubectlDoes() throws Exception {
    Path file =
        kubeconfig(
            "{server: 'https://one.example.com', certificate-authority: ca.crt, proxy-url:"
                + " 'http://u:p%40@PROXY'}",
            "{token: t, as: ann}");

    List<String> kubectls = kubectl(Map.of(), "--kubeconfig", file.toString()).seen();
    assertThat(kubectls).singleElement().asString().contains("CONNECT one.example.com:443 ");
    assertThat(ours(() -> ConfigLoader.load(file.toString())).seen()).isEqualTo(kubectls);
  }

  @Test
  void tellsAPluginWhatKubectlTellsIt() throws Exception {
    String plugin =
        "{exec: {apiVersion: client.authentication.k8s.io/v1, command: ./gives-token, args:"
            + " ['a b', '$(id)', ''], env: [{name: EXTRA, value: '$x'}], provideClusterInfo: true,"
            + " interactiveMode: IfAvailable}}";
    Path file =
        kubeconfig(
            "{server: 'SECURE/base', certificate-authority: ca.crt, tls-server-name: localhost,"
                + " disable-compression: true, extensions: [{name:"
                + " client.authentication.k8s.io/exec, extension: {audience: x, flag: yes, number: 0x10}}]}",
            plugin);

    assertThat(kubectl(Map.of(), "--kubeconfig", file.toString()).seen()).hasSize(1);
    String kubectls = Files.readString(folder.resolve("told"));
    Files.delete(folder.resolve("told"));
    assertThat(ours(() -> ConfigLoader.load(file.toString())).seen()).hasSize(1);
    assertThat(Files.readString(folder.resolve("told"))).isEqualTo(kubectls);
  }

  @Test
  void refreshesTokensAsKubectlDoes() throws Exception {
    AtomicReference<String> url = new AtomicReference<>("");
    try (RecordingServer issuer =
        RecordingServer.tls(
            AUTHORITY,
            seen ->
                RecordingServer.json(
                    200,
                    seen.path().equals("/.well-known/openid-configuration")
                        ? "{\"token_endpoint\": \"" + url.get() + "/token?x=y\"}"
                        : "{\"access_token\": \"a\", \"id_token\": \"%s\", \"refresh_token\": \"r2\"}"
                            .formatted(jwt())))) {
      url.set(issuer.url());
      String user =
          "{auth-provider: {name: oidc, config: {idp-issuer-url: '%s', client-id: 'a b', client-secret: 'c&',"
                  .formatted(issuer.url())
              + " idp-certificate-authority-data: CA_CRT, id-token: e30.e30.x, refresh-token: 'r 1'}}}";
      List<Object> results = new ArrayList<>();
      for (boolean ours : new boolean[] {false, true}) {
        Path file = kubeconfig("{server: 'SECURE', certificate-authority: ca.crt}", user);
        results.add(
            ours
                ? ours(() -> ConfigLoader.load(file.toString()))
                : kubectl(Map.of(), "--kubeconfig", file.toString()));
        results.add(
            issuer.take().stream()
                .map(
                    seen ->
                        seen.first()
                            + seen.headers().get("authorization")
                            + seen.headers().get("content-type")
                            + seen.body())
                .toList());
        results.add(new AuthProviderStore(file, "me").read());
      }

      assertThat(results.subList(3, 6)).isEqualTo(results.subList(0, 3));
      assertThat(results.get(5)).asString().contains("refresh-token=r2");
    }
  }

  /** What came of a kubeconfig: an error, or what the servers got. */
  private record Outcome(String error, List<String> seen) {}

  private Outcome kubectl(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(kubectl.toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("get", "--raw", "/version"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(?i).*proxy|KUBE.*"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    Path output = folder.resolve("output");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("kubectl did not end: " + Files.readString(output));
    }
    return new Outcome(process.exitValue() == 0 ? "" : Files.readString(output), taken());
  }

  private static Outcome ours(Supplier<ClientConfig> loading) {
    String error = "";
    try (RestClient client = RestClient.create(loading.get())) {
      client.get(ApiPath.of("version"), "get the version");
    } catch (RuntimeException e) {
      error = String.valueOf(e.getMessage());
    }
    return new Outcome(error, taken());
  }

  /** What both must do alike: where they connect, and what they say of who asks. */
  private static List<String> taken() {
    List<String> taken = new ArrayList<>();
    for (RecordingServer server : List.of(secure, plain, proxy)) {
      for (Seen seen : server.take()) {
        seen.headers()
            .keySet()
            .removeIf(
                name ->
                    !name.matches("authorization|proxy-authorization|impersonate-.*")
                        && !name.equals("accept-encoding"));
        taken.add(server.port() + " " + seen);
      }
    }
    return taken;
  }

  private Path kubeconfig(String cluster, String user) throws IOException {
    String text =
        """
        apiVersion: v1
        kind: Config
        current-context: current
        contexts:
        - {name: current, context: {cluster: one, user: me, namespace: shop}}
        - {name: second, context: {cluster: one, user: you}}
        clusters: [{name: one, cluster: %s}]
        users: [{name: me, user: %s}, {name: you, user: {token: yours}}]
        """
            .formatted(cluster, user == null ? "{}" : user);
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      text = text.replace(word.getKey(), word.getValue());
    }
    return Files.writeString(folder.resolve("kubeconfig"), text);
  }

  private void plugin(String name, String output) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(name),
            """
            #!/bin/sh
            printf '%%s|' "$KUBERNETES_EXEC_INFO" "$EXTRA" "$@" > %s/told
            cat <<'END'
            %s
            END
            """
                .formatted(folder, output));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** An id token that is valid for long. */
  private static String jwt() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString("{}".getBytes(StandardCharsets.UTF_8))
        + "."
        + encoder.encodeToString("{\"exp\": 4102444800}".getBytes(StandardCharsets.UTF_8))
        + ".x";
  }
}
