package dev.jop.runtime.cache;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a stream of JSON objects into its objects, wherever the pieces of the stream end.
 *
 * <p>Looks at bytes alone: in UTF-8 no byte of a longer character is a quote, brace or backslash,
 * so a piece may end within a character.
 */
final class JsonCutter {

  private final Consumer<byte[]> objects;
  private byte[] buffer = new byte[4096];
  private int length;
  private int depth;
  private boolean inString;
  private boolean escaped;

  /**
   * A cutter at the beginning of a stream.
   *
   * @param objects gets each object as soon as its last byte is there
   */
  JsonCutter(Consumer<byte[]> objects) {
    this.objects = objects;
  }

  /** Takes the next piece of the stream. */
  void cut(ByteBuffer piece) {
    while (piece.hasRemaining()) {
      byte b = piece.get();
      if (depth == 0 && b != '{') {
        continue; // white space between objects
      }
      append(b);
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
        depth++;
      } else if (b == '}' && --depth == 0) {
        byte[] object = Arrays.copyOf(buffer, length);
        length = 0;
        objects.accept(object);
      }
    }
  }

  private void append(byte b) {
    if (length == buffer.length) {
      buffer = Arrays.copyOf(buffer, length * 2);
    }
    buffer[length++] = b;
  }
}
