package dev.jop.runtime.internal.json;

import java.util.Arrays;

/**
 * Follows the structure of JSON objects that come one after the other, in pieces that end anywhere.
 *
 * <p>It checks all of the structure and not only that brackets match: behind a lost quote, brace or
 * comma, brackets alone could make one endless object of everything that follows. Only what a
 * number, another literal or an escape looks like is left to whoever reads the value.
 *
 * <p>Looks at bytes alone: in UTF-8 no byte of a longer character is one of JSON's own, so a piece
 * may end within a character. Each byte of a watch passes here, which is why it is a table.
 */
final class JsonStructure {

  /** How deep brackets may lie in each other: an API server takes 10,000, and a list adds two. */
  static final int DEEPEST = 10_002;

  // What a byte is, outside of strings.
  private static final int SPACE = 0;
  private static final int LITERAL = 1;
  private static final int COMMA = 2;
  private static final int COLON = 3;
  private static final int QUOTE = 4;
  private static final int BRACKET = 5;
  private static final int OTHER = 6;

  // What may come next; behind an element or a member a comma, or the end of what it is in.
  private static final int OBJECT = 0;
  private static final int FIRST_ELEMENT = 1;
  private static final int ELEMENT = 2;
  private static final int IN_ELEMENT = 3; // a literal, which goes on or has ended
  private static final int AFTER_ELEMENT = 4;
  private static final int FIRST_NAME = 5;
  private static final int NAME = 6;
  private static final int AFTER_NAME = 7;
  private static final int VALUE = 8;
  private static final int IN_VALUE = 9;
  private static final int AFTER_VALUE = 10;

  private static final String[] WANTED = {
    "an object",
    "a value or ']'",
    "a value",
    "',' or ']'",
    "',' or ']'",
    "a name or '}'",
    "a name",
    "':'",
    "a value",
    "',' or '}'",
    "',' or '}'"
  };

  private static final byte[] KINDS = new byte[256];

  /** What may come next behind a byte of a kind; −1 where it may not come. */
  private static final byte[] NEXT = new byte[WANTED.length << 3];

  static {
    Arrays.fill(KINDS, (byte) OTHER);
    put(" \n\r\t", SPACE);
    put("+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", LITERAL);
    put(",", COMMA);
    put(":", COLON);
    put("\"", QUOTE);
    put("{}[]", BRACKET);
    Arrays.fill(NEXT, (byte) -1);
    for (int state = 0; state < WANTED.length; state++) {
      put(state, SPACE, state == IN_ELEMENT || state == IN_VALUE ? state + 1 : state);
    }
    for (int state : new int[] {FIRST_ELEMENT, ELEMENT}) {
      put(state, LITERAL, IN_ELEMENT);
      put(state, QUOTE, AFTER_ELEMENT);
    }
    for (int state : new int[] {FIRST_NAME, NAME}) {
      put(state, QUOTE, AFTER_NAME);
    }
    put(AFTER_NAME, COLON, VALUE);
    put(VALUE, LITERAL, IN_VALUE);
    put(VALUE, QUOTE, AFTER_VALUE);
    put(IN_ELEMENT, LITERAL, IN_ELEMENT);
    put(IN_VALUE, LITERAL, IN_VALUE);
    put(IN_ELEMENT, COMMA, ELEMENT);
    put(AFTER_ELEMENT, COMMA, ELEMENT);
    put(IN_VALUE, COMMA, NAME);
    put(AFTER_VALUE, COMMA, NAME);
  }

  private final int levels;
  private final byte[] name = new byte[16];
  private int nameLength;
  private long[] arrays = new long[1]; // a bit for each open bracket
  private int depth;
  private int next = OBJECT;
  private boolean inString;
  private boolean escaped;
  private boolean stopped;
  private long before;

  /**
   * The structure of nothing yet.
   *
   * @param levels {@link #advance} stops at brackets that are no deeper than this
   */
  JsonStructure(int levels) {
    this.levels = levels;
  }

  private static void put(String characters, int kind) {
    characters.chars().forEach(c -> KINDS[c] = (byte) kind);
  }

  private static void put(int state, int kind, int then) {
    NEXT[state << 3 | kind] = (byte) then;
  }

  /** How many brackets are open. */
  int depth() {
    return depth;
  }

  /** Whether it stopped behind a bracket, and has not come to the end of the piece. */
  boolean hasStopped() {
    return stopped;
  }

  /** Whether the last name of a field at the top level was this. */
  boolean lastNameIs(byte[] wanted) {
    return Arrays.equals(name, 0, nameLength, wanted, 0, wanted.length);
  }

  /**
   * Goes on to behind the next bracket of the outer levels, or else to the end of the piece.
   *
   * @param from where in the piece to go on
   * @return where it stands then
   * @throws MalformedJsonException if this is no JSON
   */
  int advance(byte[] bytes, int from, int end) {
    stopped = false;
    int at = inString ? restOfString(bytes, from, from, end) : from;
    int state = next;
    while (at < end) {
      byte b = bytes[at++];
      int kind = KINDS[b & 0xff];
      if (kind == BRACKET) {
        bracket(b, state, at - from);
        state = next;
        if (stopped) {
          break;
        }
      } else {
        int then = NEXT[state << 3 | kind];
        if (then < 0) {
          throw broken(WANTED[state], b, at - from);
        }
        state = then;
        if (kind == QUOTE) {
          next = state;
          at = string(bytes, from, at, end);
        }
      }
    }
    next = state;
    before += at - from;
    return at;
  }

  private int string(byte[] bytes, int from, int start, int end) {
    inString = true;
    if (depth == 1 && next == AFTER_NAME) {
      nameLength = 0;
    }
    return restOfString(bytes, from, start, end);
  }

  /** Goes on to behind the quote, or to the end if it is not there yet. */
  private int restOfString(byte[] bytes, int from, int start, int end) {
    int at = start;
    if (escaped && at < end) {
      escaped = false;
      at++;
    }
    while (at < end) {
      byte b = bytes[at++];
      if (b > '\\') {
        continue; // most letters
      }
      if (b == '"') {
        inString = false;
        break;
      }
      if (b == '\\') {
        if (at == end) {
          escaped = true;
        } else {
          at++;
        }
      } else if (b >= 0 && b < ' ') {
        throw broken("the end of a string", b, at - from);
      }
    }
    if (depth == 1 && next == AFTER_NAME) {
      keepName(bytes, start, inString ? at : at - 1);
    }
    return at;
  }

  private void keepName(byte[] bytes, int from, int end) {
    int length = Math.min(end - from, name.length - nameLength); // nobody looks for longer ones
    System.arraycopy(bytes, from, name, nameLength, length);
    nameLength += length;
  }

  private void bracket(byte bracket, int state, int position) {
    boolean opens =
        switch (bracket) {
          case '{' ->
              state == VALUE || state == FIRST_ELEMENT || state == ELEMENT || state == OBJECT;
          case '[' -> state == VALUE || state == FIRST_ELEMENT || state == ELEMENT;
          default -> false;
        };
    boolean closes =
        switch (bracket) {
          case '}' -> state == FIRST_NAME || state == IN_VALUE || state == AFTER_VALUE;
          case ']' -> state == FIRST_ELEMENT || state == IN_ELEMENT || state == AFTER_ELEMENT;
          default -> false;
        };
    if (opens) {
      open(bracket == '[');
    } else if (closes) {
      stopped = depth <= levels;
      depth--;
      next = depth == 0 ? OBJECT : isInArray() ? AFTER_ELEMENT : AFTER_VALUE;
    } else {
      throw broken(WANTED[state], bracket, position);
    }
  }

  private void open(boolean array) {
    if (depth == DEEPEST) {
      throw new MalformedJsonException("more than " + DEEPEST + " brackets in each other");
    }
    int word = depth >> 6;
    if (word == arrays.length) {
      arrays = Arrays.copyOf(arrays, 2 * word);
    }
    long bit = 1L << depth;
    arrays[word] = array ? arrays[word] | bit : arrays[word] & ~bit;
    depth++;
    next = array ? FIRST_ELEMENT : FIRST_NAME;
    stopped = depth <= levels;
  }

  private boolean isInArray() {
    int innermost = depth - 1;
    return (arrays[innermost >> 6] >> innermost & 1) == 1;
  }

  private MalformedJsonException broken(String wanted, byte found, int position) {
    boolean visible = found > ' ' && found < 0x7f;
    return new MalformedJsonException(
        "broken JSON: expected %s at byte %d, found %s"
            .formatted(
                wanted,
                before + position - 1,
                visible ? "'" + (char) found + "'" : "0x%02x".formatted(found)));
  }
}
