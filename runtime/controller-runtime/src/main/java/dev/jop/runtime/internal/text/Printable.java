package dev.jop.runtime.internal.text;

/**
 * Text of others, fit for one line of a message or a log: what would end or rearrange the line is
 * escaped, and a long text is cut off.
 */
public final class Printable {

  /** As long as the longest name of Kubernetes. */
  private static final int LONGEST = 253;

  private Printable() {}

  /** The text in a form that can be printed, of at most 253 characters. */
  public static String of(String text) {
    return of(text, LONGEST);
  }

  /**
   * The text in a form that can be printed.
   *
   * @param most how many characters of it are taken; an ellipsis stands for the rest
   */
  public static String of(String text, int most) {
    StringBuilder printable = new StringBuilder(Math.min(text.length(), most) + 1);
    int end = Math.min(text.length(), most);
    if (end < text.length() && end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
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
