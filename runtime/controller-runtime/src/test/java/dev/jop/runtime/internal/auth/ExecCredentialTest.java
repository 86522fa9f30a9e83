package dev.jop.runtime.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.internal.tls.ClientIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecCredentialTest {

  private static final String V1 = "client.authentication.k8s.io/v1";

  @Test
  void readsTokenCertificateAndExpiry() {
    ExecCredential credential =
        status(
            "token: t, clientCertificateData: 'c', clientKeyData: \"k\\nl\","
                + " expirationTimestamp: 2026-11-28T01:02:03+01:00, more: x");

    assertThat(credential.token()).isEqualTo("t");
    assertThat(credential.identity()).contains(new ClientIdentity("c", "k\nl"));
    assertThat(credential.expiry()).contains(Instant.parse("2026-11-28T00:02:03Z"));
  }

  @Test
  void neverExpiresWithoutATime() {
    assertThat(status("token: t, expirationTimestamp: null").expiry()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3cret|printed no ExecCredential",
        "''|printed no ExecCredential",
        "{s3cret|printed what is neither JSON nor YAML: line 1",
        "{kind: s3cret, apiVersion: V1}|printed no ExecCredential",
        "{kind: ExecCredential, apiVersion: s3cret}|answered in another version than V1",
        "{kind: ExecCredential, apiVersion: V1}|without a status",
        "{kind: ExecCredential, apiVersion: V1, status: s3cret}|without a status",
        "{kind: ExecCredential, apiVersion: V1, status: {s3cret: x}}|neither a token nor",
        "{kind: ExecCredential, apiVersion: V1, status: {token: 5}}|neither a token nor",
        "{kind: ExecCredential, apiVersion: V1, status: {token: [s3cret]}}|neither a token nor",
        "{kind: ExecCredential, apiVersion: V1, status: {clientKeyData: s3cret}}|without a key",
        "{kind: ExecCredential, apiVersion: V1, status: {token: t, clientCertificateData: s3cret}}"
            + "|without a key",
        "{kind: ExecCredential, apiVersion: V1, status: {token: \"s3cret\\nX: y\"}}|a line break",
        "{kind: ExecCredential, apiVersion: V1, status: {token: t, expirationTimestamp: s3cret}}"
            + "|no time as RFC 3339",
        "{kind: ExecCredential, kind: s3cret}|printed what is neither",
      })
  void refusesWhatIsNoCredentialAndRepeatsNothingOfIt(String output, String message) {
    assertThatThrownBy(() -> parse(output.replace("V1", V1)))
        .isInstanceOf(CredentialsException.class)
        .hasMessageStartingWith("the plugin ")
        .message()
        .contains(message.replace("V1", V1))
        .doesNotContain("s3cret", "\n");
  }

  private static ExecCredential status(String fields) {
    return parse("{kind: ExecCredential, apiVersion: " + V1 + ", status: {" + fields + "}}");
  }

  private static ExecCredential parse(String output) {
    return ExecCredential.parse(output.getBytes(StandardCharsets.UTF_8), V1, "the plugin");
  }
}
