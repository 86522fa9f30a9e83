package dev.jop.runtime.internal.auth;

import dev.jop.runtime.internal.http.Header;
import dev.jop.runtime.internal.tls.ClientIdentity;
import java.util.List;
import java.util.Optional;

/** Says to an API server who asks. Safe for use by many threads. */
public interface Authenticator {

  /** The headers of the next request: {@code Authorization} and {@code Impersonate-*}. */
  List<Header> headers();

  /**
   * The server answered 401.
   *
   * @param headers those that the request was sent with
   * @return whether the request should be sent once more, with new headers
   */
  boolean rejected(List<Header> headers);

  /** A client certificate that takes the place of the configured one, if there is one. */
  Optional<ClientIdentity> identity();
}
