package dev.jop.runtime.cache;

import java.nio.charset.StandardCharsets;

/** Reads JSON strings that hold escapes. */
final class JsonStrings {

  private JsonStrings() {}

  /** The text between two quotes. */
  static String unescape(byte[] json, int start, int end) {
    String escaped = new String(json, start, end - start, StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      i++;
      switch (escaped.charAt(i)) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'u' -> {
          text.append((char) Integer.parseInt(escaped.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> text.append(escaped.charAt(i));
      }
    }
    return text.toString();
  }
}
