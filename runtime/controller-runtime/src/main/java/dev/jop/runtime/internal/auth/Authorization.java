package dev.jop.runtime.internal.auth;

import dev.jop.runtime.internal.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes the header that says who asks. */
final class Authorization {

  private static final String NAME = "Authorization";
  private static final String BEARER = "Bearer ";

  private Authorization() {}

  static Header bearer(String token) {
    return new Header(NAME, BEARER + token);
  }

  static Header basic(String username, String password) {
    byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Header(NAME, "Basic " + Base64.getEncoder().encodeToString(both));
  }

  static boolean is(Header header) {
    return header.name().equalsIgnoreCase(NAME);
  }

  /** The token of a header that {@link #bearer} made. */
  static String token(Header bearer) {
    return bearer.value().substring(BEARER.length());
  }

  /**
   * A token that can be sent.
   *
   * @param from what it is from, for the message
   */
  static String requireToken(String token, String from) {
    if (token.isEmpty()) {
      throw new CredentialsException(from + " gave an empty token");
    }
    if (token.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new CredentialsException(
          from + " gave a token with a line break or another control character");
    }
    return token;
  }
}
