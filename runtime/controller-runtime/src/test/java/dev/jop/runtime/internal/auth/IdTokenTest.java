package dev.jop.runtime.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdTokenTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"exp\": 1800000000}|2027-01-15T08:00:00Z",
        "{\"exp\": 1.8e9}|2027-01-15T08:00:00Z",
        "{\"exp\": 1e300}|5138-11-16T09:46:40Z",
        "{\"exp\": -1e300}|-1199-02-15T14:13:20Z",
        "{\"exp\": \"soon\"}|1970-01-01T00:00:00Z",
        "{}|1970-01-01T00:00:00Z",
      })
  void readsWhenATokenExpires(String claims, Instant expiry) {
    assertThat(IdToken.expiry(Jwt.of(claims))).isEqualTo(expiry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3cret", "s3cret.s3cret", "a.%.c", "a.czNjcmV0.c", "a.b.c.s3cret"})
  void refusesWhatIsNoToken(String token) {
    assertThatThrownBy(() -> IdToken.expiry(token))
        .isInstanceOf(CredentialsException.class)
        .hasMessage("the id-token of OpenID Connect is no JWT")
        .hasNoCause();
  }
}
