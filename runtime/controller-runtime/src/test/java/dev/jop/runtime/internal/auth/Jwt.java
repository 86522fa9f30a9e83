package dev.jop.runtime.internal.auth;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Makes id tokens whose signature nobody checks. */
final class Jwt {

  private Jwt() {}

  static String expiringAt(Instant expiry, String name) {
    return of("{\"sub\": \"%s\", \"exp\": %d}".formatted(name, expiry.getEpochSecond()));
  }

  static String of(String claims) {
    return part("{}") + "." + part(claims) + ".c2ln";
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
