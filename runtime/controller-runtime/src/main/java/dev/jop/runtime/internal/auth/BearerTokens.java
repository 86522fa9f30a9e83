package dev.jop.runtime.internal.auth;

import dev.jop.runtime.internal.http.Header;
import dev.jop.runtime.internal.tls.ClientIdentity;
import java.util.List;
import java.util.Optional;

/** A bearer token that changes. */
final class BearerTokens implements Authenticator {

  private final TokenSource source;
  private final List<Header> impersonation;

  BearerTokens(TokenSource source, List<Header> impersonation) {
    this.source = source;
    this.impersonation = List.copyOf(impersonation);
  }

  @Override
  public List<Header> headers() {
    return FixedHeaders.with(Authorization.bearer(source.token()), impersonation);
  }

  @Override
  public boolean rejected(List<Header> headers) {
    return headers.stream()
        .filter(Authorization::is)
        .anyMatch(header -> source.rejected(Authorization.token(header)));
  }

  @Override
  public Optional<ClientIdentity> identity() {
    return Optional.empty();
  }
}
