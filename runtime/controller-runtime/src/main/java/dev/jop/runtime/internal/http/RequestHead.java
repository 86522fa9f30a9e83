package dev.jop.runtime.internal.http;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes the head of a request as it goes over the wire.
 *
 * <p>Nothing is sent that could be read as something else by the server or by a proxy: names of
 * headers are tokens, targets are printable ASCII, and values hold no control characters (RFC 9110,
 * 5.5 and 7.1). What is not ASCII in a value goes as UTF-8, as from Go's programs: a user who is
 * acted as may have such a name.
 */
final class RequestHead {

  private static final Set<String> OURS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private static final String TOKEN = "!#$%&'*+-.^_`|~";

  static {
    OURS.addAll(List.of("Host", "Content-Length", "Transfer-Encoding", "Connection", "Expect"));
  }

  private RequestHead() {}

  /**
   * Writes it.
   *
   * @param host the server's Host header
   * @param prefix what the target is put behind
   * @param extra headers besides those of the request
   * @throws ProtocolException if something in it cannot be sent, which it names
   */
  static byte[] of(HttpRequest request, String host, String prefix, List<Header> extra)
      throws ProtocolException {
    requireToken(request.method(), "the method");
    String target = prefix + request.target();
    requireTarget(target);
    StringBuilder head = new StringBuilder(1024);
    head.append(request.method()).append(' ').append(target).append(" HTTP/1.1\r\n");
    append(head, "Host", host);
    for (Header header : request.headers()) {
      if (!OURS.contains(header.name())) {
        append(head, header.name(), header.value());
      }
    }
    for (Header header : extra) {
      append(head, header.name(), header.value());
    }
    if (request.body().length > 0 || !request.method().equals("GET")) {
      append(head, "Content-Length", Integer.toString(request.body().length));
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder head, String name, String value)
      throws ProtocolException {
    requireToken(name, "a header's name");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean half = Character.isSurrogate(value.charAt(i)) && !isPaired(value, i);
      if ((c < ' ' && c != '\t') || c == '\u007f' || half) {
        throw refused("the header " + name, c, i);
      }
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private static void requireTarget(String target) throws ProtocolException {
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      if (c <= ' ' || c > '~' || c == '#') {
        throw refused("the path of the request", c, i);
      }
    }
  }

  private static void requireToken(String text, String what) throws ProtocolException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && TOKEN.indexOf(c) < 0) {
        throw refused(what, c, i);
      }
    }
    if (text.isEmpty()) {
      throw new ProtocolException(what + " is empty");
    }
  }

  /** Says where the fault is, but not what stands around it: that may be a secret. */
  private static ProtocolException refused(String what, char c, int index) {
    return new ProtocolException(
        "%s holds %s as character %d, which cannot be sent".formatted(what, name(c), index + 1));
  }

  private static String name(char c) {
    return switch (c) {
      case '\r' -> "a carriage return";
      case '\n' -> "a line feed";
      case '\0' -> "a NUL";
      case ' ' -> "a space";
      case '#' -> "a #";
      default -> "U+%04X".formatted((int) c);
    };
  }
}
