package dev.jop.runtime.internal.auth;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.Credentials;
import dev.jop.runtime.internal.http.Header;
import dev.jop.runtime.internal.tls.ClientIdentity;
import java.util.List;
import java.util.Optional;

/** Says to an API server who asks. Safe for use by many threads. */
public interface Authenticator {

  /**
   * What a configuration's credentials and impersonation come to.
   *
   * <p>A server without TLS is told whom to act as, for that limits rights, and nothing else.
   */
  static Authenticator of(ClientConfig config) {
    List<Header> impersonation = ImpersonationHeaders.of(config.impersonation());
    if (!"https".equalsIgnoreCase(config.server().getScheme())) {
      return new FixedHeaders(impersonation);
    }
    Credentials credentials = config.credentials();
    if (credentials instanceof Credentials.Token token) {
      return new FixedHeaders(Authorization.bearer(token.value()), impersonation);
    } else if (credentials instanceof Credentials.Basic basic) {
      return new FixedHeaders(
          Authorization.basic(basic.username(), basic.password()), impersonation);
    } else if (credentials instanceof Credentials.TokenFile file) {
      return new BearerTokens(
          new FileTokens(file.path(), file.token(), System::nanoTime), impersonation);
    } else if (credentials instanceof Credentials.TokenSupplier supplier) {
      return new BearerTokens(new SuppliedTokens(supplier.supplier()), impersonation);
    } else if (credentials instanceof Credentials.Exec exec) {
      return ExecAuthenticator.of(exec, config, impersonation);
    } else if (credentials instanceof Credentials.Oidc oidc) {
      return new BearerTokens(OidcTokens.of(oidc), impersonation);
    }
    return new FixedHeaders(impersonation);
  }

  /**
   * The headers of the next request: {@code Authorization} and {@code Impersonate-*}. May read a
   * file, run a plugin or refresh a token, and waits for that.
   *
   * @throws CredentialsException if there are no credentials; the request must not be sent
   */
  List<Header> headers();

  /**
   * The server answered 401.
   *
   * @param headers those that the request was sent with, as {@link #headers} gave them
   * @return whether the request should be sent once more, with new headers
   */
  boolean rejected(List<Header> headers);

  /**
   * A client certificate that takes the place of the configured one, if there is one. It is another
   * object as soon as it is another certificate. May run a plugin.
   *
   * @throws CredentialsException if there are no credentials; the request must not be sent
   */
  Optional<ClientIdentity> identity();
}
