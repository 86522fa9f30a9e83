package dev.jop.controllergen.yaml;

import java.util.regex.Pattern;

/** Chooses how a text is written: plain, in single or double quotes, or as a literal block. */
final class Scalar {
  /** After this column a long text goes on in the next line. */
  private static final int WIDTH = 80;

  /**
   * What some YAML reader takes for null, a boolean, a number, a time or a merge, though it is
   * meant as text.
   */
  private static final Pattern NOT_TEXT =
      Pattern.compile(
          "~|null|Null|NULL|true|True|TRUE|false|False|FALSE|=|<<"
              + "|y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
              + "|[-+]?(0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+)"
              + "|[-+]?(\\.[0-9_]+|[0-9][0-9_]*(\\.[0-9_]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?");

  private static final Pattern NOT_PRINTABLE =
      Pattern.compile(
          "[^\\n\\x20-\\x7e\\xa0-\\u2027\\u202a-\\ud7ff\\ue000-\\ufefe\\uff00-\\ufffd\\x{10000}-\\x{10ffff}]");
  private static final Pattern NOT_PLAIN =
      Pattern.compile(
          "(?s)[,\\[\\]{}#&*!|>'\"%@`].*|[-?:]( .*)?|-|---.*|\\.\\.\\..*|.*(: | #).*|.*:| .*|.* ");

  private Scalar() {}

  /** Returns a key; keys stay in one line. */
  static String key(String text) {
    return text.indexOf('\n') >= 0 ? doubleQuoted(text) : write(text, 0, Integer.MIN_VALUE);
  }

  /**
   * Returns a value.
   *
   * @param indent the column at which a second line begins
   * @param column the column at which the first line begins
   */
  static String value(String text, int indent, int column) {
    return write(text, indent, column);
  }

  private static String write(String text, int indent, int column) {
    if (text.isEmpty() || NOT_PRINTABLE.matcher(text).find() || NOT_TEXT.matcher(text).matches()) {
      return doubleQuoted(text);
    }
    if (text.indexOf('\n') >= 0) {
      return literalSuits(text) ? literal(text, indent) : doubleQuoted(text);
    }
    if (NOT_PLAIN.matcher(text).matches()) {
      return fold("'" + text.replace("'", "''") + "'", indent, column);
    }
    return fold(text, indent, column);
  }

  /** Breaks a long line at single spaces; a reader joins the parts with a space again. */
  private static String fold(String text, int indent, int column) {
    StringBuilder folded = new StringBuilder();
    int at = column;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean single =
          i > 1 && i < text.length() - 2 && text.charAt(i - 1) != ' ' && text.charAt(i + 1) != ' ';
      if (c == ' ' && at > WIDTH && single) {
        folded.append('\n').append(" ".repeat(indent));
        at = indent;
      } else {
        folded.append(c);
        at++;
      }
    }
    return folded.toString();
  }

  /**
   * A literal block keeps everything but a first line that begins with space and line breaks at the
   * end.
   */
  private static boolean literalSuits(String text) {
    return text.charAt(0) != ' '
        && text.charAt(0) != '\n'
        && !text.endsWith("\n\n")
        && !text.contains(" \n")
        && !text.endsWith(" ");
  }

  private static String literal(String text, int indent) {
    StringBuilder block = new StringBuilder(text.endsWith("\n") ? "|" : "|-");
    text.lines()
        .forEach(
            line ->
                block.append('\n').append(line.isEmpty() ? "" : " ".repeat(indent)).append(line));
    return block.toString();
  }

  private static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                default -> {
                  String one = Character.toString(c);
                  if (!NOT_PRINTABLE.matcher(one).find()) {
                    quoted.append(one);
                  } else if (c <= 0xffff) {
                    quoted.append(String.format("\\u%04X", c));
                  } else {
                    quoted.append(String.format("\\U%08X", c));
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
