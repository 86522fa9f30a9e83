package dev.jop.runtime.internal.auth;

import dev.jop.runtime.internal.http.Header;
import dev.jop.runtime.internal.tls.ClientIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Credentials that stay as they are, or none. */
final class FixedHeaders implements Authenticator {

  private final List<Header> headers;

  FixedHeaders(List<Header> headers) {
    this.headers = List.copyOf(headers);
  }

  FixedHeaders(Header authorization, List<Header> impersonation) {
    this(with(authorization, impersonation));
  }

  static List<Header> with(Header authorization, List<Header> impersonation) {
    List<Header> all = new ArrayList<>();
    all.add(authorization);
    all.addAll(impersonation);
    return List.copyOf(all);
  }

  @Override
  public List<Header> headers() {
    return headers;
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
