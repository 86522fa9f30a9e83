package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.testing.Authority;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Pipes;
import dev.jop.runtime.testing.ScriptedServer;
import dev.jop.runtime.testing.ServerTls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // each test makes its server
class RestClientTest {

  private static final ApiPath X = ApiPath.of("x");

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  @TempDir private Path folder;
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new ArrayList<>();
  private ScriptedServer server;

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private RestClient serve(ScriptedServer.Script script) throws IOException {
    server = new ScriptedServer(script);
    open.add(server);
    return connect(ClientConfigs.at(server.url()));
  }

  private RestClient serveByTls(Credentials credentials, ScriptedServer.Script script)
      throws Exception {
    server = new ScriptedServer(script);
    Authority authority = Authority.root("authority");
    Pipes front = Pipes.tls(ServerTls.by(authority), server.port());
    open.add(front);
    open.add(server);
    return connect(
        ClientConfigs.trusting("https://localhost:" + front.port(), authority)
            .withCredentials(credentials));
  }

  private RestClient connect(ClientConfig config) {
    RestClient rest =
        RestClient.create(
            config,
            RestOptions.defaults()
                .withWarnings((code, agent, text) -> warnings.add(code + " " + agent + " " + text))
                .withLargestAnswer(10_000));
    open.add(0, rest);
    return rest;
  }

  @Test
  void saysWhatItTakesAndWhoItIs() throws Exception {
    RestClient rest = serve((connection, request) -> OK);
    rest.get(ApiPath.of("version"), "get the version");
    rest.send("PUT", X, "text/plain", "body".getBytes(StandardCharsets.US_ASCII), "write");
    rest.send("DELETE", X, "text/plain", null, "delete");

    assertThat(server.requests().get(0))
        .contains("\nAccept: application/json\n", "\nAccept-Encoding: gzip\n")
        .containsPattern("\nUser-Agent: [^/ ]+/unknown \\([a-z]+/[a-z0-9]+\\) jop/\\S+\n");
    assertThat(server.requests().get(1)).contains("\nContent-Type: text/plain\n").endsWith("body");
    assertThat(server.requests().get(2)).doesNotContain("Content-Type");
  }

  @Test
  void asksForNoCompressionWhereThereIsToBeNone() throws Exception {
    serve((connection, request) -> OK);
    connect(ClientConfigs.at(server.url()).withCompression(false))
        .get(ApiPath.of("version"), "get");

    assertThat(server.requests().get(0)).doesNotContain("Accept-Encoding");
  }

  @Test
  void sendsNoCredentialsWithoutTls() throws Exception {
    serve((connection, request) -> OK);
    ClientConfig config = ClientConfigs.at(server.url());
    Path token = Files.writeString(folder.resolve("token"), "secret");
    for (Credentials credentials :
        List.of(
            new Credentials.Token("secret"),
            new Credentials.TokenSupplier(() -> "secret"),
            new Credentials.TokenFile(token, ""),
            new Credentials.Basic("me", "secret"))) {
      connect(config.withCredentials(credentials)).get(ApiPath.of("version"), "get");
    }

    assertThat(server.requests())
        .hasSize(4)
        .allSatisfy(request -> assertThat(request).doesNotContain("Authorization"));
  }

  @Test
  void triesOnceMoreWithNewCredentialsWhateverIsDone() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "old");
    RestClient rest =
        serveByTls(
            new Credentials.TokenFile(token, ""),
            (connection, request) -> {
              if (request > 1) {
                return OK;
              }
              Files.writeString(token, "new");
              return "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno";
            });
    rest.send("POST", X, "text/plain", new byte[] {'b'}, "create");

    assertThat(server.requests()).hasSize(2);
    assertThat(server.requests().get(0)).contains("Authorization: Bearer old").endsWith("\nb");
    assertThat(server.requests().get(1)).contains("Authorization: Bearer new").endsWith("\nb");
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void givesUpWhenCredentialsAreRefusedThatStayTheSame() throws Exception {
    RestClient rest =
        serveByTls(
            new Credentials.Token("secret"),
            (c, r) -> "HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\nno");

    assertThatThrownBy(() -> rest.get(X, "get x"))
        .isInstanceOf(UnauthorizedException.class)
        .hasMessage("cannot get x: the server answered 401: no");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void saysWhichHeaderCannotBeSentButNotWhatItHolds() throws Exception {
    RestClient rest = serveByTls(new Credentials.Token("s\u001becret"), (c, r) -> OK);

    assertThatThrownBy(() -> rest.get(X, "get x"))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("the header Authorization holds U+001B as character 9")
        .hasMessageNotContaining("cret");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void followsNoRedirect() throws Exception {
    try (ScriptedServer other = new ScriptedServer((connection, request) -> OK)) {
      RestClient rest =
          serve(
              (connection, request) ->
                  "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: %s/%s\u001b\r\n\r\n"
                      .replace("\u001b", "")
                      .formatted(other.url(), "x"));

      assertThatThrownBy(() -> rest.get(X, "get x"))
          .hasMessage(
              "cannot get x: the server answered 302 and points to %s/x: redirects are not followed, name the API server itself",
              other.url());
      assertThat(other.connections()).isZero();
    }
  }

  @Test
  void tellsWhatTheServerSaysOfAnError() throws Exception {
    String status =
        "{\"kind\":\"Status\",\"reason\":\"Conflict\",\"message\":\"a \\u001b[31mred\\n one\"}";
    RestClient rest =
        serve(
            (c, r) ->
                "HTTP/1.1 409 No\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(status.length(), status));

    assertThatThrownBy(() -> rest.get(X, "get x"))
        .isInstanceOf(ConflictException.class)
        .hasMessage("cannot get x: a \\u001b[31mred\\n one");
  }

  @ParameterizedTest
  @CsvSource({
    "'<html>\n\u0007</html>', '<html>\\n\\u0007</html>'",
    "'{\"kind\":\"Other\",\"message\":\"x\"}', '{\"kind\":\"Other\",\"message\":\"x\"}'",
    "'\u202eevil', '\\u202eevil'"
  })
  void quotesWhatIsNoStatus(String body, String quoted) throws Exception {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    RestClient rest =
        serve(
            (c, r) ->
                "HTTP/1.1 502 Bad Gateway\r\nContent-Length: %d\r\n\r\n%s".formatted(length, body));

    assertThatThrownBy(() -> rest.get(X, "get x"))
        .hasMessage("cannot get x: the server answered 502: " + quoted);
  }

  @Test
  void readsNoMoreOfAnErrorThanAMebibyte() throws Exception {
    String body = "x".repeat(3_000_000);
    RestClient rest = serve((c, r) -> "HTTP/1.1 500 No\r\nContent-Length: 3000000\r\n\r\n" + body);

    assertThatThrownBy(() -> rest.get(X, "get x"))
        .hasMessage("cannot get x: the server answered 500: " + "x".repeat(200) + "…");
  }

  @Test
  void readsNoMoreOfAnAnswerThanItMay() throws Exception {
    RestClient rest =
        serve((c, r) -> "HTTP/1.1 200 OK\r\nContent-Length: 10001\r\n\r\n" + "x".repeat(10_001));

    assertThatThrownBy(() -> rest.get(X, "get x"))
        .isInstanceOf(ApiException.class)
        .hasMessageEndingWith(
            "an answer of more than 10,000 bytes, which are the most that are taken");
  }

  @Test
  void waitsNoLongerThanAMinuteWhateverTheServerAsks() throws Exception {
    RestClient rest =
        serve((c, r) -> "HTTP/1.1 429 Wait\r\nRetry-After: 99999\r\nContent-Length: 0\r\n\r\n");

    ApiException refused = catchThrowableOfType(ApiException.class, () -> rest.get(X, "get x"));

    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(1));
    assertThat(refused)
        .hasMessage(
            "cannot get x: the server answered 429; it asks to be left alone for 99999 s, of which"
                + " one minute is kept to");
  }

  @Test
  void handsOnWarnings() throws Exception {
    RestClient rest =
        serve(
            (c, r) ->
                "HTTP/1.1 200 OK\r\nWarning: 299 - \"v1beta1 is deprecated\"\r\nWarning: 299 - \"a \\\"b\\\"\","
                    + " 199 host \"ü\" \"Sat, 28 Nov 2026 00:00:00 GMT\"\r\nContent-Length: 2\r\n\r\n{}");
    rest.get(X, "get x");

    assertThat(warnings)
        .containsExactly("299 - v1beta1 is deprecated", "299 - a \"b\"", "199 host ü");
  }

  @Test
  void endsTheWaitOfAThreadThatIsInterrupted() throws Exception {
    RestClient rest = serve((connection, request) -> "");
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> rest.get(X, "get x"))
          .isInstanceOf(ApiException.class)
          .hasMessage("cannot get x: interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
