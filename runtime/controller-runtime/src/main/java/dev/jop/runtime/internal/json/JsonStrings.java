package dev.jop.runtime.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Reads JSON strings that hold escapes. */
final class JsonStrings {

  private JsonStrings() {}

  /**
   * The text between two quotes.
   *
   * @throws MalformedJsonException if it has an escape that JSON does not know
   */
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
        case '"', '\\', '/' -> text.append(kind);
        case 'u' -> {
          text.append(codeUnit(escaped, i));
          i += 4;
        }
        default -> throw broken("\\" + kind);
      }
    }
    return text.toString();
  }

  private static char codeUnit(String escaped, int at) {
    String digits = escaped.substring(at, Math.min(at + 4, escaped.length()));
    if (digits.length() < 4 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw broken("\\u" + digits);
    }
    return (char) HexFormat.fromHexDigits(digits);
  }

  private static MalformedJsonException broken(String escape) {
    return new MalformedJsonException("broken JSON: a string with the escape " + escape);
  }
}
