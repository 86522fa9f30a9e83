package dev.jop.runtime.client;

import dev.jop.runtime.config.ConfigException;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.internal.auth.Authenticator;
import dev.jop.runtime.internal.http.Header;
import dev.jop.runtime.internal.tls.ClientIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Credentials that need nothing but a header. */
record PlainAuthenticator(Credentials credentials) implements Authenticator {

  @Override
  public List<Header> headers() {
    if (credentials instanceof Credentials.Anonymous) {
      return List.of();
    }
    if (credentials instanceof Credentials.Token token) {
      return bearer(token.value());
    }
    if (credentials instanceof Credentials.TokenSupplier tokens) {
      return bearer(tokens.supplier().get());
    }
    if (credentials instanceof Credentials.Basic basic) {
      byte[] login = (basic.username() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8);
      return List.of(
          new Header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login)));
    }
    throw new ConfigException("these credentials cannot be used here: " + credentials);
  }

  private static List<Header> bearer(String token) {
    return token.isEmpty() ? List.of() : List.of(new Header("Authorization", "Bearer " + token));
  }

  @Override
  public boolean rejected(List<Header> headers) {
    return false;
  }

  @Override
  public Optional<ClientIdentity> identity() {
    return Optional.empty();
  }
}
