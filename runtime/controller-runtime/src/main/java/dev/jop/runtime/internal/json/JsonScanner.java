package dev.jop.runtime.internal.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks over JSON bytes without making objects of them.
 *
 * <p>Goes forward only. It finds where values begin and end and reads strings on request. Of what
 * it steps over it checks that brackets match, not every detail of the syntax: the bytes come out
 * of a cutter, which has checked their structure, or were written by this program. Whatever it
 * cannot follow is a {@link MalformedJsonException} that says where.
 */
public final class JsonScanner {

  private final byte[] json;
  private final int end;
  private int at;
  private boolean plain;

  public JsonScanner(byte[] json, int start, int end) {
    this.json = json;
    this.end = end;
    this.at = start;
  }

  /** Where the scanner stands. */
  public int position() {
    return at;
  }

  /** The bytes that it walks over. */
  public byte[] bytes() {
    return json;
  }

  /** Steps over white space and gives the byte that begins the next token. */
  public byte peek() {
    while (at < end) {
      byte b = json[at];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b;
      }
      at++;
    }
    throw broken("the end of the value");
  }

  /** Steps over this byte, which must come next. */
  public void expect(char wanted) {
    if (peek() != wanted) {
      throw broken("'" + wanted + "'");
    }
    at++;
  }

  /** Steps over the next token if it is this byte. */
  public boolean accept(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /**
   * Enters the next member of an object: steps over the comma if need be and to the member's value.
   *
   * @param first whether it is the first, right behind the brace
   * @return the member's name, or null if the object ends here (then it is stepped over)
   */
  public @Nullable String nextField(boolean first) {
    if (accept('}')) {
      return null;
    }
    if (!first) {
      expect(',');
    }
    String name = recentString();
    expect(':');
    return name;
  }

  /** Likewise for the elements of an array: whether there is another. */
  public boolean nextElement(boolean first) {
    if (accept(']')) {
      return false;
    }
    if (!first) {
      expect(',');
    }
    return true;
  }

  /** Reads a string. */
  public String string() {
    int start = skipString() + 1;
    return plain
        ? new String(json, start, at - 1 - start, StandardCharsets.UTF_8)
        : JsonStrings.unescape(json, start, at - 1);
  }

  /** Reads a string that will come again. */
  public String recentString() {
    int start = skipString() + 1;
    return plain
        ? RecentStrings.of(json, start, at - 1)
        : JsonStrings.unescape(json, start, at - 1);
  }

  /** Reads a string, or nothing from what is none. */
  public @Nullable String stringOrNull() {
    if (peek() == '"') {
      return string();
    }
    skip();
    return null;
  }

  /** Reads a string that will come again, or nothing from what is none. */
  public @Nullable String recentStringOrNull() {
    if (peek() == '"') {
      return recentString();
    }
    skip();
    return null;
  }

  /** Reads a whole number; anything else counts as 0. */
  public long number() {
    peek();
    int start = at;
    skip();
    long value = 0;
    boolean negative = json[start] == '-';
    for (int i = negative ? start + 1 : start; i < at; i++) {
      int digit = json[i] - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  /** Whether the next value is {@code true}; steps over it. */
  public boolean bool() {
    boolean value = peek() == 't';
    skip();
    return value;
  }

  /** Steps over the next value, whatever it is. */
  public void skip() {
    byte first = peek();
    if (first == '"') {
      skipRestOfString();
    } else if (first == '{' || first == '[') {
      skipNested();
    } else {
      while (at < end && !endsLiteral(json[at])) {
        at++;
      }
    }
  }

  private void skipNested() {
    int depth = 0;
    long arrays = 0; // a bit for each open bracket
    boolean fits = true; // whether they have all had room there
    while (at < end) {
      switch (json[at]) {
        case '"' -> {
          skipRestOfString();
          continue;
        }
        case '{', '[' -> {
          arrays = arrays << 1 | (json[at] == '[' ? 1 : 0);
          fits &= depth++ < Long.SIZE;
        }
        case '}', ']' -> {
          boolean inArray = (arrays & 1) == 1;
          if (fits && inArray != (json[at] == ']')) {
            throw broken(inArray ? "']'" : "'}'");
          }
          arrays >>>= 1;
          depth--;
        }
        default -> {}
      }
      at++;
      if (depth == 0) {
        return;
      }
    }
    throw broken("the end of an object or array");
  }

  /** Steps over a string, and tells where its first quote stands. */
  int skipString() {
    if (peek() != '"') {
      throw broken("a string");
    }
    int start = at;
    skipRestOfString();
    return start;
  }

  private void skipRestOfString() {
    plain = true;
    int i = at + 1; // most bytes of most objects are walked over here: not by fields
    while (i < end) {
      byte b = json[i++];
      if (b == '"') {
        at = i;
        return;
      }
      if (b == '\\') {
        plain = false;
        i++;
      }
    }
    at = end;
    throw broken("the end of a string");
  }

  private static boolean endsLiteral(byte b) {
    return b == ',' || b == '}' || b == ']' || b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private MalformedJsonException broken(String wanted) {
    return new MalformedJsonException("broken JSON: expected " + wanted + " at byte " + at);
  }
}
