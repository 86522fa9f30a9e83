package dev.jop.runtime.internal.auth;

import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of an id token when it expires. Who signed it is the API server's business. */
final class IdToken {

  /** The seconds until three thousand years after 1970, or before it: an instant holds them. */
  private static final double FAR = 1e11;

  private static final JsonMapper JSON = new JsonMapper();

  private IdToken() {}

  /** Whether it is a JWT that {@link #expiry} can read. */
  static boolean isReadable(String token) {
    try {
      expiry(token);
      return true;
    } catch (CredentialsException e) {
      return false;
    }
  }

  /**
   * When a token expires; long ago if it does not say.
   *
   * @throws CredentialsException if it is no JWT
   */
  static Instant expiry(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      throw new CredentialsException("the id-token of OpenID Connect is no JWT");
    }
    try {
      JsonNode expiry = JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp");
      double seconds = expiry.isNumber() ? expiry.doubleValue() : 0;
      return Instant.ofEpochSecond((long) Math.max(-FAR, Math.min(seconds, FAR)));
    } catch (JacksonException | IllegalArgumentException e) { // its message may repeat the token
      throw new CredentialsException("the id-token of OpenID Connect is no JWT");
    }
  }
}
