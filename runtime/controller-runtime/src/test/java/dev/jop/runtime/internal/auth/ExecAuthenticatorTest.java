package dev.jop.runtime.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.config.Credentials.InteractiveMode;
import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import dev.jop.runtime.internal.http.Header;
import dev.jop.runtime.testing.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plugins are shell scripts in the test's folder; what they leave there shows what they got. */
class ExecAuthenticatorTest {

  private static final String V1 = "client.authentication.k8s.io/v1";
  private static final List<Header> IMPERSONATION = List.of(new Header("Impersonate-User", "ann"));

  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-11-28T00:00:00Z");
  private List<String> args = List.of();
  private Map<String, String> env = Map.of();
  private InteractiveMode mode = InteractiveMode.NEVER;
  private boolean clusterInfo;
  private Duration limit = Duration.ofSeconds(60);
  private ClientConfig config = ClientConfig.forServer(URI.create("https://one"));

  @Test
  void sendsTheTokenThatThePluginPrints() throws Exception {
    Authenticator exec = plugin(answer("token", "s3cret"));

    assertThat(exec.headers())
        .containsExactly(new Header("Authorization", "Bearer s3cret"), IMPERSONATION.get(0));
    assertThat(exec.identity()).isEmpty();
  }

  @Test
  void handsArgumentsOverAsTheyAre() throws Exception {
    args = List.of("a b", "$(touch x)", "& touch x &", "`touch x`", "\"'\\", "", "*", "ä\n");
    plugin("for a in \"$@\"; do printf '[%s]' \"$a\"; done > args\n" + answer("token", "t"))
        .headers();

    assertThat(folder.resolve("args"))
        .hasContent("[a b][$(touch x)][& touch x &][`touch x`][\"'\\][][*][ä\n]");
    assertThat(Path.of("x")).doesNotExist();
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void addsVariablesToThoseOfThisProcess() throws Exception {
    env = Map.of("EXTRA", "$(id) b", "KUBERNETES_EXEC_INFO", "overwritten");
    plugin("printf '%s|%s' \"$EXTRA\" \"${PATH:+path}\" > env\n" + answer("token", "t")).headers();

    assertThat(folder.resolve("env")).hasContent("$(id) b|path");
  }

  @Test
  void tellsWhatIsAsked() throws Exception {
    plugin("printf %s \"$KUBERNETES_EXEC_INFO\" > info\n" + answer("token", "t")).headers();

    assertThat(folder.resolve("info"))
        .hasContent(
            "{\"kind\":\"ExecCredential\",\"apiVersion\":\"%s\",\"spec\":{\"interactive\":false}}\n"
                .formatted(V1));
  }

  @Test
  void tellsAboutTheClusterIfItShall() throws Exception {
    clusterInfo = true;
    Path ca = Files.writeString(folder.resolve("ca"), "pem");
    config =
        config
            .withTls(
                new TlsConfig(new PemSource.File(ca), "two", true, PemSource.NONE, PemSource.NONE))
            .withProxy(URI.create("http://proxy:3128"))
            .withCompression(false);
    plugin("printf %s \"$KUBERNETES_EXEC_INFO\" > info\n" + answer("token", "t")).headers();

    assertThat(folder.resolve("info"))
        .content()
        .contains(
            "\"cluster\":{\"server\":\"https://one\",\"tls-server-name\":\"two\","
                + "\"insecure-skip-tls-verify\":true,\"certificate-authority-data\":\"cGVt\","
                + "\"proxy-url\":\"http://proxy:3128\",\"disable-compression\":true,"
                + "\"config\":{\"audience\":\"x\"}}");
  }

  @Test
  void runsOnceForManyRequests() throws Exception {
    Authenticator exec = plugin("echo run >> runs; sleep 0.3\n" + answer("token", "t"));
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Future<List<Header>>> answers =
          IntStream.range(0, 20).mapToObj(i -> threads.submit(exec::headers)).toList();
      for (Future<List<Header>> answer : answers) {
        assertThat(answer.get()).hasSize(2);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(folder.resolve("runs")).hasContent("run\n");
  }

  @Test
  void runsAgainWhenTheCredentialsHaveExpired() throws Exception {
    Authenticator exec =
        plugin("echo >> runs\n" + answer("expirationTimestamp", "2026-11-28T00:10:00Z"));
    exec.headers();
    now = now.plus(Duration.ofMinutes(10));
    exec.headers();
    assertThat(runs()).isEqualTo(1);
    now = now.plusMillis(1);
    exec.headers();

    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void runsAgainOnceWhenTheServerRefusesWhatItGave() throws Exception {
    Authenticator exec = plugin("echo >> runs\n" + answer("token", "t$(wc -l < runs)"));
    List<Header> first = exec.headers();
    assertThat(exec.rejected(first)).isTrue();
    List<Header> second = exec.headers();
    assertThat(second).isNotEqualTo(first);
    assertThat(exec.rejected(first)).isTrue(); // another request that was sent before
    assertThat(exec.headers()).isSameAs(second);

    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void bringsACertificate() throws Exception {
    Authenticator exec =
        plugin(
            "echo >> runs\n"
                + answer("clientCertificateData", "c\",\"clientKeyData\": \"k$(wc -l < runs)"));
    assertThat(exec.headers()).isEqualTo(IMPERSONATION);
    assertThat(exec.identity().orElseThrow().keyPem()).isEqualTo("k1");
    assertThat(exec.identity().orElseThrow()).isSameAs(exec.identity().orElseThrow());
    List<Header> first = exec.headers();
    exec.rejected(first);
    assertThat(exec.identity().orElseThrow().keyPem()).isEqualTo("k2");
    exec.rejected(first); // another request that was sent before

    assertThat(exec.identity().orElseThrow().keyPem()).isEqualTo("k2");
    assertThat(runs()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo s3cret; exit 3|failed with exit code 3",
        "echo s3cret; printf 'no\\n\\033[31m login\\r' >&2; exit 1"
            + "|failed with exit code 1: no [31m login",
        "printf '%09000d' 1 >&2; exit 1|failed with exit code 1: …000",
        "kill -9 $$|failed with exit code 137",
        "echo s3cret|printed no ExecCredential",
        "head -c 100000 /dev/urandom|printed what is neither JSON nor YAML",
        "exec yes s3cret|printed more than 1 MiB",
        "true|printed no ExecCredential",
      })
  void failsWithThePluginAndRepeatsNothingOfItsOutput(String script, String message)
      throws Exception {
    Authenticator exec = plugin(script);

    assertThatThrownBy(exec::headers)
        .isInstanceOf(CredentialsException.class)
        .message()
        .startsWith("the credential plugin \"" + folder.resolve("plugin") + "\" ")
        .contains(message)
        .doesNotContain("s3cret", "\n", "\033")
        .hasSizeLessThan(500);
    assertThatThrownBy(exec::identity).isInstanceOf(CredentialsException.class);
  }

  @Test
  void killsAPluginThatHangsWithAllThatItStarted() throws Exception {
    limit = Duration.ofMillis(500);
    Authenticator exec = plugin("sleep 1000 & echo $! > child; echo waiting >&2; sleep 1000");

    assertThatThrownBy(exec::headers).hasMessageEndingWith("did not end within 0 s: waiting");
    long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
    Await.until("the child is dead", () -> !isRunning(child));
  }

  @Test
  void doesNotWaitForWhatAPluginLeavesRunning() throws Exception {
    Instant start = Instant.now();
    plugin(answer("token", "t") + "\nsleep 30 &").headers();

    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void givesNoInputToAPluginThatReadsOne() throws Exception {
    assertThat(plugin("cat\n" + answer("token", "t")).headers()).hasSize(2);
  }

  @Test
  void passesOnWhatThePluginSaysToTheUser() throws Exception {
    plugin("echo '{\"token\": \"no\"}' >&2\n" + answer("token", "t")).headers();

    assertThat(errors.toString(StandardCharsets.UTF_8)).isEqualTo("{\"token\": \"no\"}\n");
  }

  @Test
  void saysHowToInstallAPluginThatIsNotThere() {
    ExecAuthenticator missing = authenticator("no-such-plugin");

    assertThatThrownBy(missing::headers)
        .hasMessage(
            "the credential plugin \"no-such-plugin\" is not installed: get it at example.com");
  }

  @Test
  void refusesAPluginThatNeedsATerminalWhereThereIsNone() throws Exception {
    mode = InteractiveMode.ALWAYS;

    assertThatThrownBy(plugin(answer("token", "t"))::headers)
        .hasMessageEndingWith("needs a terminal, and standard input is none");
  }

  @Test
  void looksForNamesInFoldersThatThePathNamesInFull() throws Exception {
    script(folder.resolve("plugin"), "true");
    Files.writeString(folder.resolve("text"), "");
    String path = ":.:relative:/nowhere:" + folder;

    assertThat(PluginRun.find("plugin", path)).contains(folder.resolve("plugin").toString());
    assertThat(PluginRun.find("text", path)).isEmpty();
    assertThat(PluginRun.find("pom.xml", path)).isEmpty();
    assertThat(PluginRun.find(folder + "/none", path)).isEmpty();
  }

  @Test
  void looksForTheExtensionsThatWindowsRuns() throws Exception {
    script(folder.resolve("plugin.EXE"), "true");
    script(folder.resolve("plugin.sh"), "true");
    String path = folder.toString();
    String exe = folder.resolve("plugin.EXE").toString();

    assertThat(PluginRun.extensions('/', ".EXE")).containsExactly("");
    assertThat(PluginRun.extensions('\\', "")).containsExactly("", ".COM", ".EXE", ".BAT", ".CMD");
    List<String> extensions = PluginRun.extensions('\\', ".COM;.EXE;");
    assertThat(extensions).containsExactly("", ".COM", ".EXE");
    assertThat(PluginRun.find("plugin", path, extensions)).contains(exe);
    assertThat(PluginRun.find("plugin.EXE", path, extensions)).contains(exe);
    assertThat(PluginRun.find(folder + "/plugin", "", extensions)).contains(exe);
    assertThat(PluginRun.find("plugin", path, List.of(""))).isEmpty();
  }

  /** Not so if it is dead and nobody has asked yet what became of it. */
  private static boolean isRunning(long pid) {
    try {
      return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
    } catch (IOException gone) {
      return false;
    }
  }

  private long runs() throws IOException {
    return Files.readAllLines(folder.resolve("runs")).size();
  }

  /** What prints a credential with this field, beside a token. */
  private static String answer(String field, String value) {
    return """
        cat <<END
        {"kind": "ExecCredential", "apiVersion": "%s", "status": {%s "%s": "%s"}}
        END"""
        .formatted(
            V1, field.equals("expirationTimestamp") ? "\"token\": \"t\"," : "", field, value);
  }

  private Authenticator plugin(String script) throws IOException {
    Path file = folder.resolve("plugin");
    script(file, "cd " + folder + "\n" + script);
    return authenticator(file.toString());
  }

  private static void script(Path file, String content) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + content + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private ExecAuthenticator authenticator(String command) {
    Credentials.Exec exec =
        new Credentials.Exec(
            command,
            args,
            env,
            V1,
            "get\033 it\nat example.com",
            clusterInfo,
            "{\"audience\":\"x\"}",
            mode);
    return new ExecAuthenticator(exec, config, IMPERSONATION, false, limit, () -> now, errors);
  }
}
