package dev.jop.runtime.internal.json;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** An object that is being cut out of pieces: what came of it is kept until its end is there. */
final class CutObject {

  /** One large object does not take its room for ever. */
  private static final int KEEP_AT_MOST = 256 * 1024;

  private final JsonCutter.ObjectBytes objects;
  private byte[] kept = new byte[0];
  private int length;

  /**
   * Nothing yet.
   *
   * @param objects gets each object as soon as its last byte is there
   */
  CutObject(JsonCutter.ObjectBytes objects) {
    this.objects = objects;
  }

  /** A piece whose bytes lie in an array, which is the piece itself if its bytes do. */
  static ByteBuffer inArray(ByteBuffer piece) {
    return piece.hasArray()
        ? piece
        : ByteBuffer.allocate(piece.remaining()).put(piece.duplicate()).flip();
  }

  /**
   * Takes what goes on in the next piece.
   *
   * @throws MalformedJsonException if it is too long
   */
  void keep(byte[] bytes, int start, int end) {
    int next = length + end - start;
    if (next > JsonCutter.LONGEST) {
      throw new MalformedJsonException("an object of more than 16 MiB");
    }
    if (next > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(next, kept.length * 2));
    }
    System.arraycopy(bytes, start, kept, length, end - start);
    length = next;
  }

  /** Takes what is the end, and hands the object on; one that lies whole here is not copied. */
  void end(byte[] bytes, int start, int end) {
    if (length == 0) {
      objects.accept(bytes, start, end);
      return;
    }
    keep(bytes, start, end);
    byte[] object = kept;
    int whole = length;
    length = 0;
    if (whole > KEEP_AT_MOST) {
      kept = new byte[0];
    }
    objects.accept(object, 0, whole);
  }
}
