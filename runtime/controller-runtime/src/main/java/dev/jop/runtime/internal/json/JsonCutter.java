package dev.jop.runtime.internal.json;

import java.nio.ByteBuffer;

/**
 * Cuts a stream of JSON objects into its objects, wherever the pieces of the stream end.
 *
 * <p>Looks at bytes alone: in UTF-8 no byte of a longer character is a quote, brace or backslash,
 * so a piece may end within a character. An object that lies whole in a piece is not copied.
 */
public final class JsonCutter {

  private final CutObject object;
  private int depth;
  private boolean inString;
  private boolean escaped;

  /**
   * A cutter at the beginning of a stream.
   *
   * @param objects gets each object as soon as its last byte is there
   */
  public JsonCutter(ObjectBytes objects) {
    this.object = new CutObject(objects);
  }

  /** Takes the next piece of the stream, which is not used after the call. */
  public void cut(ByteBuffer piece) {
    ByteBuffer in = CutObject.inArray(piece);
    int from = in.arrayOffset() + in.position();
    cut(in.array(), from, from + in.remaining());
  }

  private void cut(byte[] bytes, int from, int end) {
    int start = from;
    int at = from;
    while (at < end) {
      if (inString) {
        at = restOfString(bytes, at, end);
        continue;
      }
      switch (bytes[at++]) {
        case '"' -> inString = true;
        case '{' -> {
          if (depth++ == 0) {
            start = at - 1; // what lies between objects is white space
          }
        }
        case '}' -> {
          if (depth > 0 && --depth == 0) {
            object.end(bytes, start, at);
          }
        }
        default -> {}
      }
    }
    if (depth > 0) {
      object.keep(bytes, start, end);
    }
  }

  /** Goes on to behind the quote, or to the end if it is not there yet. */
  private int restOfString(byte[] bytes, int from, int end) {
    int at = from;
    if (escaped) {
      escaped = false;
      at++;
    }
    while (at < end) {
      byte b = bytes[at++];
      if (b == '"') {
        inString = false;
        return at;
      }
      if (b == '\\' && at++ == end) {
        escaped = true;
        return end;
      }
    }
    return end;
  }

  /** Is given objects as parts of arrays, which it may use during the call only. */
  @FunctionalInterface
  public interface ObjectBytes {
    void accept(byte[] bytes, int start, int end);
  }
}
