package dev.jop.runtime.internal.auth;

import dev.jop.runtime.internal.tls.ClientIdentity;
import dev.jop.runtime.internal.yaml.YamlException;
import dev.jop.runtime.internal.yaml.YamlNode;
import dev.jop.runtime.internal.yaml.YamlNode.Field;
import dev.jop.runtime.internal.yaml.YamlNode.Kind;
import dev.jop.runtime.internal.yaml.YamlNode.Mapping;
import dev.jop.runtime.internal.yaml.YamlNode.Scalar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What a credential plugin answered.
 *
 * @param token the bearer token, empty for none
 * @param identity the client certificate with its key
 * @param expiry when it must not be used any more; never if that is empty
 */
record ExecCredential(String token, Optional<ClientIdentity> identity, Optional<Instant> expiry) {

  /**
   * Reads what a plugin printed. No message repeats any of it.
   *
   * @param apiVersion the version that it was asked in
   * @param from the plugin, for messages
   * @throws CredentialsException if it is no credential
   */
  static ExecCredential parse(byte[] output, String apiVersion, String from) {
    YamlNode document;
    try {
      document = YamlNode.read(output);
    } catch (YamlException e) {
      throw new CredentialsException(
          from + " printed what is neither JSON nor YAML: " + e.getMessage(), e);
    }
    if (!text(document, "kind").equals("ExecCredential")) {
      throw new CredentialsException(from + " printed no ExecCredential");
    }
    if (!text(document, "apiVersion").equals(apiVersion)) {
      throw new CredentialsException(
          from + " answered in another version than " + apiVersion + ", its apiVersion");
    }
    YamlNode status = field(document, "status");
    if (!(status instanceof Mapping)) {
      throw new CredentialsException(from + " printed an ExecCredential without a status");
    }
    return of(status, from);
  }

  private static ExecCredential of(YamlNode status, String from) {
    String token = text(status, "token");
    String certificate = text(status, "clientCertificateData");
    String key = text(status, "clientKeyData");
    if (certificate.isEmpty() != key.isEmpty()) {
      throw new CredentialsException(from + " gave a certificate without a key, or only a key");
    }
    if (token.isEmpty() && certificate.isEmpty()) {
      throw new CredentialsException(from + " gave neither a token nor a certificate with its key");
    }
    if (!token.isEmpty()) {
      Authorization.requireToken(token, from);
    }
    return new ExecCredential(
        token,
        certificate.isEmpty()
            ? Optional.empty()
            : Optional.of(new ClientIdentity(certificate, key)),
        expiry(text(status, "expirationTimestamp"), from));
  }

  private static Optional<Instant> expiry(String timestamp, String from) {
    try {
      return timestamp.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(timestamp).toInstant());
    } catch (DateTimeException e) { // its message repeats the text
      throw new CredentialsException(
          from + " gave an expirationTimestamp that is no time as RFC 3339 has it");
    }
  }

  private static YamlNode field(YamlNode node, String name) {
    Field field = node instanceof Mapping mapping ? mapping.fields().get(name) : null;
    return field == null ? new Scalar("", Kind.NULL, 0, 0, 0) : field.value();
  }

  private static String text(YamlNode node, String name) {
    return field(node, name) instanceof Scalar scalar && scalar.kind() == Kind.TEXT
        ? scalar.text()
        : "";
  }

  @Override
  public String toString() {
    return "ExecCredential";
  }
}
