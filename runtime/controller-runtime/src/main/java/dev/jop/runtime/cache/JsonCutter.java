package dev.jop.runtime.cache;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts a stream of JSON objects into its objects, wherever the pieces of the stream end.
 *
 * <p>Looks at bytes alone: in UTF-8 no byte of a longer character is a quote, brace or backslash,
 * so a piece may end within a character. An object that lies whole in a piece is not copied.
 */
final class JsonCutter {

  /** One large object does not take its room for ever. */
  private static final int KEEP_AT_MOST = 256 * 1024;

  private final ObjectBytes objects;
  private byte[] kept = new byte[0];
  private int keptLength;
  private int depth;
  private boolean inString;
  private boolean escaped;

  /**
   * A cutter at the beginning of a stream.
   *
   * @param objects gets each object as soon as its last byte is there
   */
  JsonCutter(ObjectBytes objects) {
    this.objects = objects;
  }

  /** Takes the next piece of the stream, which is not used after the call. */
  void cut(ByteBuffer piece) {
    byte[] bytes;
    int at;
    int end;
    if (piece.hasArray()) {
      bytes = piece.array();
      at = piece.arrayOffset() + piece.position();
      end = at + piece.remaining();
    } else {
      bytes = new byte[piece.remaining()];
      piece.duplicate().get(bytes);
      at = 0;
      end = bytes.length;
    }
    cut(bytes, at, end);
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
            emit(bytes, start, at);
          }
        }
        default -> {}
      }
    }
    if (depth > 0) {
      keep(bytes, start, end);
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

  private void emit(byte[] bytes, int start, int end) {
    if (keptLength == 0) {
      objects.accept(bytes, start, end);
      return;
    }
    keep(bytes, start, end);
    byte[] object = kept;
    int length = keptLength;
    keptLength = 0;
    if (length > KEEP_AT_MOST) {
      kept = new byte[0];
    }
    objects.accept(object, 0, length);
  }

  private void keep(byte[] bytes, int start, int end) {
    int length = keptLength + end - start;
    if (length > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(length, kept.length * 2));
    }
    System.arraycopy(bytes, start, kept, keptLength, end - start);
    keptLength = length;
  }

  /** Is given objects as parts of arrays, which it may use during the call only. */
  @FunctionalInterface
  interface ObjectBytes {
    void accept(byte[] bytes, int start, int end);
  }
}
