package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.config.Credentials.InteractiveMode;
import dev.jop.runtime.internal.http.HttpClient;
import dev.jop.runtime.internal.http.HttpRequest;
import dev.jop.runtime.internal.http.TimeLimit;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.testing.Authority;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.RecordingServer;
import dev.jop.runtime.testing.RecordingServer.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What credentials do to requests; the server accepts one token only. */
class CredentialsTest {

  private static final String V1 = "client.authentication.k8s.io/v1";

  @TempDir private Path folder;
  private RecordingServer server = RecordingServer.plain(seen -> "");
  private ClientConfig config = ClientConfigs.nowhere();
  private volatile String accepted = "new";

  @BeforeEach
  void startServer() throws Exception {
    server.close();
    Authority authority = Authority.root("credentials");
    server = RecordingServer.tls(authority, this::answer);
    config = ClientConfigs.trusting(server.url(), authority);
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  private String answer(Seen request) {
    boolean ok = request.headers().toString().contains("authorization=[Bearer " + accepted + "]");
    return RecordingServer.json(ok ? 200 : 401, "{}");
  }

  @Test
  void runsThePluginOnceMoreWhenTheServerRefusesItsToken() throws Exception {
    Path tokens = Files.writeString(folder.resolve("tokens"), "old\nnew\nnewer\n");
    ClientConfig plugin =
        plugin(
            "head -n 1 %1$s > %1$s.now; sed -i 1d %1$s; TOKEN=$(cat %1$s.now)".formatted(tokens));
    try (RestClient client = RestClient.create(plugin)) {
      client.get(ApiPath.of("a"), "get a");
      client.get(ApiPath.of("b"), "get b");
      assertThat(server.take())
          .extracting(seen -> seen.path() + seen.headers().get("authorization"))
          .containsExactly("/a[Bearer old]", "/a[Bearer new]", "/b[Bearer new]");

      accepted = "none";
      assertThatThrownBy(() -> client.get(ApiPath.of("c"), "get c"))
          .isInstanceOf(UnauthorizedException.class);
      assertThat(server.take()).hasSize(2);
    }
  }

  @Test
  void waitsForAPluginThatTakesLongerThanARequestMay() throws Exception {
    Path tokens = Files.writeString(folder.resolve("tokens"), "old\nnew\n");
    ClientConfig plugin =
        plugin("sleep 4; TOKEN=$(head -n 1 %1$s); sed -i 1d %1$s".formatted(tokens));
    try (RestClient client = RestClient.create(plugin.withTimeout(Duration.ofSeconds(3)))) {
      client.get(ApiPath.of("a"), "get a");
    }

    assertThat(server.take())
        .extracting(seen -> seen.path() + seen.headers().get("authorization"))
        .containsExactly("/a[Bearer old]", "/a[Bearer new]");
  }

  @Test
  void sendsNothingWithoutCredentials() throws Exception {
    ClientConfig plugin = plugin("echo 'log in first' >&2; exit 7");
    try (RestClient client = RestClient.create(plugin)) {
      assertThatThrownBy(() -> client.get(ApiPath.of("a"), "get a"))
          .isInstanceOf(ApiException.class)
          .hasMessageStartingWith(
              "cannot get a at " + server.url() + ": there are no credentials: ")
          .hasMessageEndingWith("failed with exit code 7: log in first");
    }

    assertThat(server.take()).isEmpty();
  }

  @Test
  void sendsNothingWithoutTheCertificateOfAPlugin() {
    try (HttpClient client =
        HttpClient.create(
            config,
            () -> {
              throw new IllegalStateException("log in first");
            })) {
      HttpRequest request = HttpRequest.get("/a", List.of(), TimeLimit.of(Duration.ofSeconds(30)));

      assertThatThrownBy(() -> client.send(request))
          .isInstanceOf(IOException.class)
          .hasMessage("there are no credentials: log in first");
    }
    assertThat(server.take()).isEmpty();
  }

  @Test
  void readsATokenFileAgainWhenTheServerRefusesItsToken() throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "old");
    accepted = "old";
    try (RestClient client =
        RestClient.create(config.withCredentials(new Credentials.TokenFile(file)))) {
      client.get(ApiPath.of("a"), "get a");
      Files.writeString(file, "new");
      accepted = "new";
      client.get(ApiPath.of("b"), "get b");
    }

    assertThat(server.take())
        .extracting(seen -> seen.path() + seen.headers().get("authorization"))
        .containsExactly("/a[Bearer old]", "/b[Bearer old]", "/b[Bearer new]");
  }

  private ClientConfig plugin(String script) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("plugin"),
            """
            #!/bin/sh
            %s
            echo '{"kind": "ExecCredential", "apiVersion": "%s", "status": {"token": "'$TOKEN'"}}'
            """
                .formatted(script, V1));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return config.withCredentials(
        new Credentials.Exec(
            file.toString(), List.of(), Map.of(), V1, "", false, "", InteractiveMode.NEVER));
  }
}
