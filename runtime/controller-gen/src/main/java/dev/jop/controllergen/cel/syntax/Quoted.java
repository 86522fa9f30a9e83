package dev.jop.controllergen.cel.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads what a literal of a string or of bytes stands for. */
final class Quoted {
  private static final String NAMED = "abfnrtv";
  private static final String MEANT = "\u0007\b\f\n\r\t\u000b";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final int offset;
  private final boolean bytes;

  private Quoted(int offset, boolean bytes) {
    this.offset = offset;
    this.bytes = bytes;
  }

  static String string(Token token) {
    return new String(read(token.text(), token.offset(), false), StandardCharsets.UTF_8);
  }

  static byte[] bytes(Token token) {
    return read(token.text().substring(1), token.offset(), true);
  }

  private static byte[] read(String literal, int offset, boolean bytes) {
    boolean raw = literal.startsWith("r") || literal.startsWith("R");
    String quoted = raw ? literal.substring(1) : literal;
    char quote = quoted.charAt(0);
    boolean triple = quoted.length() >= 6 && quoted.charAt(1) == quote && quoted.charAt(2) == quote;
    int margin = triple ? 3 : 1;
    String text =
        quoted
            .substring(margin, quoted.length() - margin)
            .replace("\r\n", "\n")
            .replace('\r', '\n');
    Quoted value = new Quoted(offset, bytes);
    int i = 0;
    while (i < text.length()) {
      if (text.charAt(i) == '\\' && !raw) {
        i = value.escape(text, i + 1);
      } else {
        value.add(text.codePointAt(i));
        i = text.offsetByCodePoints(i, 1);
      }
    }
    return value.out.toByteArray();
  }

  /** Adds what an escape sequence stands for, and returns where it ends. */
  private int escape(String text, int at) {
    char c = text.charAt(at);
    int named = NAMED.indexOf(c);
    if (named >= 0) {
      add(MEANT.charAt(named));
      return at + 1;
    }
    return switch (c) {
      case '0', '1', '2', '3' -> code(text, at, at + 3, 8);
      case 'x', 'X' -> code(text, at + 1, at + 3, 16);
      case 'u' -> codePoint(text, at + 1, at + 5);
      case 'U' -> codePoint(text, at + 1, at + 9);
      default -> {
        add(c);
        yield at + 1;
      }
    };
  }

  private int code(String text, int from, int to, int radix) {
    int value = Integer.parseInt(text.substring(from, to), radix);
    if (bytes) {
      out.write(value);
    } else {
      add(value);
    }
    return to;
  }

  private int codePoint(String text, int from, int to) {
    long value = Long.parseLong(text.substring(from, to), 16);
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    if (bytes || surrogate || value > Character.MAX_CODE_POINT) {
      throw new SyntaxException(
          offset, bytes ? "bytes know no \\u" : "the string has an invalid code point");
    }
    add((int) value);
    return to;
  }

  private void add(int codePoint) {
    out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
  }
}
