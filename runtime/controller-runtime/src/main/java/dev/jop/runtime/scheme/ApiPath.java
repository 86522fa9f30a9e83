package dev.jop.runtime.scheme;

import dev.jop.runtime.internal.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Where a request goes: a path at the API server, and the parameters of its query.
 *
 * <p>It is made of segments and parameters, never of text that holds several of them, and each is
 * percent-encoded: a name cannot become a subresource, a query or the path of another object,
 * whatever it says. As in client-go, a segment that holds {@code /} or {@code %}, or is {@code .}
 * or {@code ..}, is refused besides, for the API server gives no object such a name, and a proxy on
 * the way may read more into it than the API server.
 */
public final class ApiPath {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String path;
  private final String query;

  private ApiPath(String path, String query) {
    this.path = path;
    this.query = query;
  }

  /**
   * The path of these segments, such as {@code api}, {@code v1}, {@code nodes}.
   *
   * @throws IllegalArgumentException if one of them is empty or refused
   */
  public static ApiPath of(String... segments) {
    ApiPath path = new ApiPath("", "");
    for (String segment : segments) {
      path = path.child("path segment", segment);
    }
    return path;
  }

  /**
   * The path of a part of the object that this is the path of.
   *
   * @param name the part, such as {@code status}
   * @throws IllegalArgumentException if the name is empty or refused
   */
  public ApiPath subresource(String name) {
    return child("subresource", name);
  }

  /** The path of what is called so below this path, {@code what} being said if it is refused. */
  ApiPath child(String what, String segment) {
    return new ApiPath(path + "/" + encoded(check(what, segment)), query);
  }

  /**
   * The same with one parameter more.
   *
   * @param value any text; if it is empty the parameter is left out, which the API server takes for
   *     the same
   * @throws IllegalArgumentException if one of them is no text, but holds half of a character
   */
  public ApiPath with(String parameter, String value) {
    if (value.isEmpty()) {
      return this;
    }
    checkText("parameter", parameter);
    checkText(parameter, value);
    String separator = query.isEmpty() ? "?" : "&";
    return new ApiPath(path, query + separator + encoded(parameter) + "=" + encoded(value));
  }

  /**
   * Checks that a text can be a segment of a path.
   *
   * @param what what the text is, for the message: {@code namespace}
   * @return the text
   * @throws IllegalArgumentException if it is empty or refused
   */
  public static String check(String what, String segment) {
    if (segment.isEmpty()) {
      throw new IllegalArgumentException("invalid " + what + ": may not be empty");
    }
    if (segment.equals(".") || segment.equals("..")) {
      throw invalid(what, segment, "may not be '" + segment + "'");
    }
    for (String part : new String[] {"/", "%"}) {
      if (segment.contains(part)) {
        throw invalid(what, segment, "may not contain '" + part + "'");
      }
    }
    checkText(what, segment);
    return segment;
  }

  /** UTF-8 has nothing for half of a character: it would be sent as a question mark. */
  private static void checkText(String what, String text) {
    if (!isPlain(text)
        && !new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .equals(text)) {
      throw invalid(what, text, "may not contain half of a surrogate pair");
    }
  }

  private static IllegalArgumentException invalid(String what, String text, String why) {
    return new IllegalArgumentException(
        "invalid " + what + " \"" + Printable.of(text) + "\": " + why);
  }

  /** All but what RFC 3986 calls unreserved is encoded, so that one rule fits path and query. */
  private static String encoded(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b)) {
        encoded.append((char) b);
      } else {
        HEX.toHexDigits(encoded.append('%'), b);
      }
    }
    return encoded.toString();
  }

  /** Whether it goes as it is, as nearly all names do. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isUnreserved(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  /** Path and query as they are sent, beginning with a slash. */
  @Override
  public String toString() {
    return path + query;
  }
}
