package dev.jop.runtime.internal.auth;

import dev.jop.runtime.config.Impersonation;
import dev.jop.runtime.internal.http.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Whom to act as, in the headers that the API server reads it from. */
final class ImpersonationHeaders {

  private static final String PUNCTUATION = "!#$&'*+-.^_`|~";

  private ImpersonationHeaders() {}

  static List<Header> of(Impersonation impersonation) {
    List<Header> headers = new ArrayList<>();
    if (impersonation.user().isEmpty()) {
      return headers;
    }
    headers.add(new Header("Impersonate-User", impersonation.user()));
    if (!impersonation.uid().isEmpty()) {
      headers.add(new Header("Impersonate-Uid", impersonation.uid()));
    }
    for (String group : impersonation.groups()) {
      headers.add(new Header("Impersonate-Group", group));
    }
    impersonation
        .extra()
        .forEach(
            (key, values) -> {
              for (String value : values) {
                headers.add(new Header("Impersonate-Extra-" + escaped(key), value));
              }
            });
    return headers;
  }

  /** What no header's name may hold, and the percent sign, as {@code %} and two digits. */
  private static String escaped(String key) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letter || PUNCTUATION.indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append("%%%02X".formatted((int) c));
      }
    }
    return escaped.toString();
  }
}
