package dev.jop.runtime.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.config.Impersonation;
import dev.jop.runtime.internal.http.Header;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorTest {

  private static final ClientConfig CONFIG = ClientConfig.forServer(URI.create("https://one"));
  private static final Impersonation ANN =
      new Impersonation(
          "ann",
          "7",
          List.of("b", "a"),
          Map.of("Acme.com/Ä%", List.of("v", "w"), "k", List.of("x")));

  @Test
  void saysNothingForNobody() {
    assertThat(Authenticator.of(CONFIG).headers()).isEmpty();
    assertThat(Authenticator.of(CONFIG).identity()).isEmpty();
  }

  @Test
  void sendsATokenThatCannotBeRenewed() {
    Authenticator token = Authenticator.of(CONFIG.withCredentials(new Credentials.Token("s3cret")));

    assertThat(token.headers()).containsExactly(new Header("Authorization", "Bearer s3cret"));
    assertThat(token.rejected(token.headers())).isFalse();
  }

  @Test
  void sendsAPassword() {
    assertThat(
            Authenticator.of(CONFIG.withCredentials(new Credentials.Basic("ä", "b:c"))).headers())
        .containsExactly(new Header("Authorization", "Basic w6Q6Yjpj"));
  }

  @Test
  void saysWhomToActAs() {
    Authenticator acting =
        Authenticator.of(CONFIG.withCredentials(new Credentials.Token("t")).withImpersonation(ANN));

    assertThat(acting.headers())
        .containsExactly(
            new Header("Authorization", "Bearer t"),
            new Header("Impersonate-User", "ann"),
            new Header("Impersonate-Uid", "7"),
            new Header("Impersonate-Group", "b"),
            new Header("Impersonate-Group", "a"),
            new Header("Impersonate-Extra-Acme.com%2F%C3%84%25", "v"),
            new Header("Impersonate-Extra-Acme.com%2F%C3%84%25", "w"),
            new Header("Impersonate-Extra-k", "x"));
  }

  @Test
  void sendsNoCredentialsWithoutTlsButStillActsAsAnother() {
    ClientConfig plain =
        ClientConfig.forServer(URI.create("http://one"))
            .withImpersonation(new Impersonation("ann", "", List.of(), Map.of()));

    for (Credentials credentials :
        List.of(new Credentials.Token("t"), new Credentials.Basic("u", "p"))) {
      assertThat(Authenticator.of(plain.withCredentials(credentials)).headers())
          .containsExactly(new Header("Impersonate-User", "ann"));
    }
  }

  @Test
  void asksTheProgramForATokenWithEachRequest() {
    Deque<String> tokens = new ArrayDeque<>(List.of("one", "two", "two", "three"));
    Authenticator supplied =
        Authenticator.of(CONFIG.withCredentials(new Credentials.TokenSupplier(tokens::remove)));

    assertThat(supplied.headers()).containsExactly(new Header("Authorization", "Bearer one"));
    List<Header> second = supplied.headers();
    assertThat(second).containsExactly(new Header("Authorization", "Bearer two"));
    assertThat(supplied.rejected(second)).isFalse();
    assertThat(supplied.rejected(second)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cret\r\nX: y", "s3cret\u007f"})
  void sendsNothingWithoutAUsableToken(String token) {
    Authenticator supplied =
        Authenticator.of(CONFIG.withCredentials(new Credentials.TokenSupplier(() -> token)));

    assertThatThrownBy(supplied::headers)
        .isInstanceOf(CredentialsException.class)
        .hasMessageStartingWith("the program's token supplier gave")
        .message()
        .doesNotContain("s3cret");
  }
}
