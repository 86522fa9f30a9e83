package dev.jop.runtime.client;

import dev.jop.runtime.internal.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Warning} headers (RFC 7234, 5.5): {@code 299 - "text"}, perhaps with a date behind
 * it, and several in one header with commas between them. From where one cannot be read, the rest
 * of its header is passed over.
 */
final class Warnings {

  private static final int LONGEST_TEXT = 4096;

  private final String header;
  private final WarningHandler handler;
  private int at;

  private Warnings(String header, WarningHandler handler) {
    this.header = header;
    this.handler = handler;
  }

  /**
   * Hands on what the headers hold.
   *
   * @param headers their values, each letter a byte of UTF-8
   */
  static void read(List<String> headers, WarningHandler handler) {
    for (String bytes : headers) {
      String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      Warnings warnings = new Warnings(text, handler);
      while (warnings.readOne()) {
        // the next one
      }
    }
  }

  /** Whether there may be another one behind it. */
  private boolean readOne() {
    skipBlanks();
    String code = word();
    skipBlanks();
    String agent = word();
    skipBlanks();
    String text = quoted();
    if (!code.matches("[0-9]{3}") || agent.isEmpty() || text == null) {
      return false;
    }
    skipBlanks();
    boolean ends = !header.startsWith("\"", at) || quoted() != null;
    skipBlanks();
    boolean goesOn = header.startsWith(",", at);
    if (!ends || !(goesOn || at == header.length())) {
      return false;
    }
    at++;
    handler.handle(
        Integer.parseInt(code), Printable.of(agent, 200), Printable.of(text, LONGEST_TEXT));
    return goesOn;
  }

  private void skipBlanks() {
    while (at < header.length() && (header.charAt(at) == ' ' || header.charAt(at) == '\t')) {
      at++;
    }
  }

  private String word() {
    int start = at;
    while (at < header.length() && header.charAt(at) > ' ' && header.charAt(at) != '"') {
      at++;
    }
    return header.substring(start, at);
  }

  /** What stands between quotes, without its backslashes; null if that is not there. */
  private @Nullable String quoted() {
    if (!header.startsWith("\"", at)) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    for (at++; at < header.length(); at++) {
      char c = header.charAt(at);
      if (c == '"') {
        at++;
        return text.toString();
      }
      if (c == '\\' && at + 1 < header.length()) {
        at++;
      }
      text.append(header.charAt(at));
    }
    return null;
  }
}
