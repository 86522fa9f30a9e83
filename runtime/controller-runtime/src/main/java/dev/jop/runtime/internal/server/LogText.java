package dev.jop.runtime.internal.server;

/** Makes text of others fit for a log: one line, of printable ASCII, not too long. */
final class LogText {

  private static final int LONGEST = 200;

  private LogText() {}

  static String of(String text) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (safe.length() >= LONGEST) {
        return safe.append("...").toString();
      }
      char letter = text.charAt(i);
      if (letter >= ' ' && letter < 0x7f && letter != '\\') {
        safe.append(letter);
      } else {
        safe.append(String.format("\\u%04x", (int) letter));
      }
    }
    return safe.toString();
  }
}
