package dev.jop.runtime.internal.json;

import java.nio.charset.StandardCharsets;

/** Reads JSON strings that hold escapes. */
final class JsonStrings {

  private JsonStrings() {}

  /** The text between two quotes. */
  static String unescape(byte[] json, int start, int end) {
    String escaped = new String(json, start, end - start, StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder(escaped.length());
    int i = 0;
    while (i < escaped.length()) {
      char c = escaped.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char kind = escaped.charAt(i++);
      switch (kind) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'u' -> {
          text.append((char) Integer.parseInt(escaped.substring(i, i + 4), 16));
          i += 4;
        }
        default -> text.append(kind);
      }
    }
    return text.toString();
  }
}
