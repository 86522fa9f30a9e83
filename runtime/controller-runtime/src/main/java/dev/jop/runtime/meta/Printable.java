package dev.jop.runtime.meta;

import java.util.Set;

/**
 * Text of others, fit for one line of a log or of a message: what would end or rearrange the line
 * is written as its code, and what is longer than any name of Kubernetes is cut off.
 */
public final class Printable {

  private static final int LONGEST = 253;
  private static final Set<Integer> HIDDEN =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR,
          (int) Character.SURROGATE);

  private Printable() {}

  /** The text in a form that can be printed; most texts are that already. */
  public static String of(String text) {
    StringBuilder printable = new StringBuilder(Math.min(text.length(), LONGEST) + 1);
    int end = Math.min(text.length(), LONGEST);
    for (int i = 0; i < end; i = text.offsetByCodePoints(i, 1)) {
      int character = text.codePointAt(i);
      if (HIDDEN.contains(Character.getType(character))) {
        printable.append(String.format("\\u%04x", character));
      } else {
        printable.appendCodePoint(character);
      }
    }
    if (end < text.length()) {
      printable.append('…');
    }
    return printable.toString();
  }
}
