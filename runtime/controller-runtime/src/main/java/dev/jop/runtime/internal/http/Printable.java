package dev.jop.runtime.internal.http;

/**
 * Makes the text of others fit for a message or a log: one short line without control characters.
 */
public final class Printable {

  private Printable() {}

  /**
   * The text with what does not print escaped as in Java, shortened with an ellipsis.
   *
   * @param most how many characters of it are taken
   */
  public static String of(String text, int most) {
    StringBuilder printable = new StringBuilder(Math.min(text.length(), most) + 1);
    int end = Math.min(text.length(), most);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    for (int at = 0; at < end; ) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (prints(c)) {
        printable.appendCodePoint(c);
      } else if (c == '\n') {
        printable.append("\\n");
      } else {
        printable.append(c > 0xffff ? "\\x{%x}".formatted(c) : "\\u%04x".formatted(c));
      }
    }
    return end < text.length() ? printable.append('…').toString() : printable.toString();
  }

  /** Not what moves a cursor, turns the direction of writing, or stands for nothing. */
  private static boolean prints(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
