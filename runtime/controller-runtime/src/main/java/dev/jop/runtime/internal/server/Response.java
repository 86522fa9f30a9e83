package dev.jop.runtime.internal.server;

import dev.jop.runtime.internal.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is answered. The server adds length, date, and {@code X-Content-Type-Options: nosniff}.
 *
 * @param status from 200 to 599
 * @param headers names and values; no line breaks, and none of those that frame the answer
 * @param body left out where the request was HEAD
 */
@SuppressWarnings("ArrayRecordComponent") // written once and compared by nobody
public record Response(int status, Map<String, String> headers, byte[] body) {

  private static final Set<String> SERVERS =
      Set.of("connection", "content-length", "date", "trailer", "transfer-encoding", "upgrade");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

  /**
   * Checks the status and the headers.
   *
   * @throws IllegalArgumentException if one could not be sent
   */
  public Response {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("a status is from 200 to 599, not " + status);
    }
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    headers.forEach(
        (name, value) -> {
          if (SERVERS.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("the server itself says " + name);
          }
          if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                "no header: \"" + Printable.of(name) + ": " + Printable.of(value) + '"');
          }
        });
  }

  /** Plain text. */
  public static Response text(int status, String text) {
    return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Anything. */
  public static Response of(int status, String contentType, byte[] body) {
    return new Response(status, Map.of("Content-Type", contentType), body);
  }

  /** The same with a header more, or with another value of it. */
  public Response withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }
}
