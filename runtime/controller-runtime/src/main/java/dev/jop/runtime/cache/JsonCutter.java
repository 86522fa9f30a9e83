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
    int start = at;
    for (; at < end; at++) {
      byte b = bytes[at];
      if (inString) {
        if (escaped) {
          escaped = false;
        } else if (b == '\\') {
          escaped = true;
        } else if (b == '"') {
          inString = false;
        }
      } else if (b == '"') {
        inString = true;
      } else if (b == '{') {
        if (depth++ == 0) {
          start = at; // what lies between objects is white space
        }
      } else if (b == '}' && --depth == 0) {
        emit(bytes, start, at + 1);
      }
    }
    if (depth > 0) {
      keep(bytes, start, end);
    }
  }

  private void emit(byte[] bytes, int start, int end) {
    if (keptLength == 0) {
      objects.accept(bytes, start, end);
      return;
    }
    keep(bytes, start, end);
    int length = keptLength;
    keptLength = 0;
    objects.accept(kept, 0, length);
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
