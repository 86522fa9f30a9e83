package dev.jop.runtime.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.AuthProviderStore;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.testing.Authority;
import dev.jop.runtime.testing.RecordingServer;
import dev.jop.runtime.testing.RecordingServer.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The issuer takes each refresh token once, as strict ones do. */
class OidcTokensTest {

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";

  @TempDir private Path folder;
  private Instant now = start;
  private RecordingServer issuer = RecordingServer.plain(seen -> "");
  private final Map<String, String> config = new HashMap<>();
  private String discovery = "";
  private String refusal = "";
  private String unreadable = "";
  private boolean wantsForm;
  private int refreshes;

  @BeforeEach
  void startIssuer() throws Exception {
    issuer.close();
    Authority authority = Authority.root("issuer");
    issuer = RecordingServer.tls(authority, this::answer);
    discovery = "{\"token_endpoint\": \"" + issuer.url() + "/token\"}";
    config.put("idp-issuer-url", issuer.url() + "/");
    config.put("client-id", "a client");
    config.put("client-secret", "s3cret&");
    config.put("refresh-token", "refresh 0");
    config.put(
        "idp-certificate-authority-data",
        Base64.getEncoder().encodeToString(authority.pem().getBytes(StandardCharsets.UTF_8)));
  }

  @AfterEach
  void stopIssuer() throws IOException {
    issuer.close();
  }

  private synchronized String answer(Seen request) {
    if (request.path().equals(WELL_KNOWN)) {
      return RecordingServer.json(200, discovery);
    }
    if (wantsForm && !request.body().contains("client_id=")) {
      return RecordingServer.json(401, "{\"error\": \"invalid_client\"}");
    }
    if (!refusal.isEmpty() || !request.body().contains("refresh_token=refresh+" + refreshes)) {
      return RecordingServer.json(
          400, refusal.isEmpty() ? "{\"error\": \"invalid_grant\"}" : refusal);
    }
    refreshes++;
    return RecordingServer.json(
        200,
        "{\"access_token\": \"a\", \"id_token\": \"%s\", \"refresh_token\": \"refresh %d\"}"
            .formatted(unreadable.isEmpty() ? token(refreshes) : unreadable, refreshes));
  }

  /** The token of the n-th refresh, which expires n hours after the start. */
  private String token(int refresh) {
    return Jwt.expiringAt(start.plus(Duration.ofHours(refresh)), "token-" + refresh);
  }

  @Test
  void sendsTheTokenThatItHasUntilTenSecondsBeforeItExpires() {
    config.put("id-token", token(1));
    OidcTokens tokens = tokens();
    now = start.plusSeconds(3600 - 11);
    assertThat(tokens.token()).isEqualTo(token(1));
    assertThat(issuer.take()).isEmpty();
    refreshes = 1;
    config.put("refresh-token", "refresh 1");
    tokens = tokens();
    now = start.plusSeconds(3600 - 10);

    assertThat(tokens.token()).isEqualTo(token(2));
  }

  @Test
  void asksTheIssuerAsKubectlDoes() {
    assertThat(tokens().token()).isEqualTo(token(1));

    List<Seen> seen = issuer.take();
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0).first()).isEqualTo("GET " + WELL_KNOWN + " HTTP/1.1");
    assertThat(seen.get(1).first()).isEqualTo("POST /token HTTP/1.1");
    assertThat(seen.get(1).body()).isEqualTo("grant_type=refresh_token&refresh_token=refresh+0");
    assertThat(seen.get(1).headers())
        .containsEntry(
            "authorization",
            List.of(
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString("a+client:s3cret%26".getBytes(StandardCharsets.UTF_8))))
        .containsEntry("content-type", List.of("application/x-www-form-urlencoded"));
  }

  @Test
  void namesTheClientInTheFormWhereTheIssuerWantsItThere() {
    wantsForm = true;

    assertThat(tokens().token()).isEqualTo(token(1));
    assertThat(issuer.take().get(2).body())
        .isEqualTo(
            "grant_type=refresh_token&refresh_token=refresh+0&client_id=a+client&client_secret=s3cret%26");
  }

  @Test
  void refreshesOnceForManyRequestsAndClients() throws Exception {
    List<OidcTokens> clients = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      clients.add(OidcTokens.of(new Credentials.Oidc(new HashMap<>(config), Optional.empty())));
    }
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(threads.submit(clients.get(i % 4)::token));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo(token(1));
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(refreshes).isEqualTo(1);
  }

  @Test
  void isSharedByClientsOfAUserThatWereMadeBeforeAndAfterARefresh() throws Exception {
    Path file = kubeconfig("refresh 0");
    OidcTokens before = OidcTokens.of(of(file, "me"));
    assertThat(before.token()).isEqualTo(token(1));
    config.putAll(new AuthProviderStore(file, "me").read());
    OidcTokens after = OidcTokens.of(of(file, "me"));

    assertThat(config).containsEntry("refresh-token", "refresh 1");
    assertThat(after).isSameAs(before);
    assertThat(OidcTokens.of(of(file, "you"))).isNotSameAs(before);
    config.put("client-id", "another client");
    assertThat(OidcTokens.of(of(file, "me"))).isNotSameAs(before);
  }

  @Test
  void isNotSharedByUsersWhomOnlyTheirTokensTellApart() {
    OidcTokens mine = OidcTokens.of(new Credentials.Oidc(config, Optional.empty()));
    config.put("refresh-token", "yours");

    assertThat(OidcTokens.of(new Credentials.Oidc(config, Optional.empty()))).isNotSameAs(mine);
  }

  private Credentials.Oidc of(Path kubeconfig, String user) {
    return new Credentials.Oidc(config, Optional.of(new AuthProviderStore(kubeconfig, user)));
  }

  @Test
  void writesWhatItGetsToTheKubeconfigAndReadsWhatOthersWrite() throws Exception {
    Path file = kubeconfig("refresh 0");
    OidcTokens tokens = tokens(file);
    assertThat(tokens.token()).isEqualTo(token(1));
    assertThat(file)
        .content()
        .contains("\"id-token\": \"" + token(1) + "\"", "refresh-token: \"refresh 1\" # mine");
    AuthProviderStore other = new AuthProviderStore(file, "me");
    other.write(Map.of("id-token", token(5), "refresh-token", "refresh 5"));
    now = now.plus(Duration.ofHours(2));

    assertThat(tokens.token()).isEqualTo(token(5));
    assertThat(refreshes).isEqualTo(1);
  }

  @Test
  void takesARefreshTokenThatSomebodyElseHasWritten() throws Exception {
    refreshes = 3;
    OidcTokens tokens = tokens(kubeconfig("refresh 3"));

    assertThat(tokens.token()).isEqualTo(token(4));
  }

  @Test
  void keepsTokensInMemoryWhenTheKubeconfigCannotBeWritten() throws Exception {
    Path file = kubeconfig("refresh 0");
    OidcTokens tokens = tokens(file);
    Files.createDirectory(folder.resolve("kubeconfig.lock"));
    assertThat(tokens.token()).isEqualTo(token(1));
    now = now.plus(Duration.ofHours(1));

    assertThat(tokens.token()).isEqualTo(token(2));
    assertThat(file).content().contains("refresh 0");
  }

  @Test
  void refreshesATokenThatTheServerRefusesButNotAtOnceAgain() {
    config.put("id-token", token(9));
    OidcTokens tokens = tokens();
    assertThat(tokens.token()).isEqualTo(token(9));
    assertThat(tokens.rejected(token(9))).isTrue();
    assertThat(tokens.token()).isEqualTo(token(1));
    assertThat(tokens.rejected(token(9))).isTrue();
    assertThat(tokens.rejected(token(1))).isFalse();
    assertThat(tokens.token()).isEqualTo(token(1));
    now = now.plus(Duration.ofMinutes(2));
    assertThat(tokens.rejected(token(1))).isTrue();

    assertThat(tokens.token()).isEqualTo(token(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\": \"invalid_grant\", \"error_description\": \"s3cret\"}|/ answered 400 invalid_grant",
        "s3cret|/ answered 400",
        "{\"error\": \"s3cret\"}|/ answered 400",
      })
  void saysWhatTheIssuerHasAgainstItAndNoMore(String answer, String message) {
    refusal = answer;

    assertThatThrownBy(tokens()::token)
        .isInstanceOf(CredentialsException.class)
        .hasMessageEndingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|names no token_endpoint",
        "s3cret|answered what is no JSON",
        "{\"token_endpoint\": \"http://issuer.example.com/token?s3cret\"}|no address that begins with https://",
        "{\"token_endpoint\": \"file:///etc/passwd\"}|no address that begins with https://",
        "{\"token_endpoint\": [\"s3cret\"]}|names no token_endpoint",
      })
  void refusesAnIssuerThatSaysWhatCannotBe(String answer, String message) {
    discovery = answer;

    assertThatThrownBy(tokens()::token)
        .isInstanceOf(CredentialsException.class)
        .hasMessageContaining(message);
    assertThat(issuer.take()).hasSize(1);
  }

  @Test
  void trustsTheNamedAuthorityOnly() {
    config.remove("idp-certificate-authority-data");

    assertThatThrownBy(tokens()::token)
        .isInstanceOf(CredentialsException.class)
        .hasMessageStartingWith("cannot ask the issuer " + issuer.url() + "/: ");
  }

  @Test
  void saysThatOneHasToLogInAgain() {
    config.remove("refresh-token");
    config.put("id-token", Jwt.expiringAt(start, "old"));

    assertThatThrownBy(tokens()::token).hasMessageEndingWith("log in again");
    config.put("id-token", "s3cret");
    assertThatThrownBy(tokens()::token).hasMessage("the id-token of OpenID Connect is no JWT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "a.czNjcmV0.c"})
  void keepsNoUnreadableTokenButTheRefreshTokenThatCameWithIt(String idToken) throws Exception {
    Path file = kubeconfig("refresh 0");
    OidcTokens tokens = tokens(file);
    unreadable = idToken;
    assertThatThrownBy(tokens::token)
        .isInstanceOf(CredentialsException.class)
        .hasMessage("the issuer of OpenID Connect gave an id_token that is no JWT");
    assertThat(file).content().contains("refresh 1").doesNotContain("id-token");
    unreadable = "";

    assertThat(tokens.token()).isEqualTo(token(2));
    assertThat(tokens.token()).isEqualTo(token(2));
  }

  @Test
  void refreshesATokenThatCannotBeRead() {
    config.put("id-token", "s3cret");

    assertThat(tokens().token()).isEqualTo(token(1));
  }

  private OidcTokens tokens() {
    return new OidcTokens(new Credentials.Oidc(config, Optional.empty()), () -> now);
  }

  private OidcTokens tokens(Path kubeconfig) {
    return new OidcTokens(
        new Credentials.Oidc(config, Optional.of(new AuthProviderStore(kubeconfig, "me"))),
        () -> now);
  }

  private Path kubeconfig(String refreshToken) throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        users:
        - name: me
          user:
            auth-provider:
              name: oidc
              config:
                refresh-token: %s # mine
        """
            .formatted(refreshToken));
  }
}
