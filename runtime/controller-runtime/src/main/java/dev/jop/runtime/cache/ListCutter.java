package dev.jop.runtime.cache;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Cuts the items out of a list while it comes in, wherever its pieces end, so that a list is never
 * held as bytes and as objects at the same time.
 *
 * <p>The items of a list are the objects in the one array that its top level has. What is left when
 * they are cut out, the envelope, is small. Looks at bytes alone, as {@link JsonCutter} does.
 */
final class ListCutter {

  private final JsonCutter.ObjectBytes items;
  private final ByteArrayOutputStream envelope = new ByteArrayOutputStream();
  private byte[] kept = new byte[0];
  private int keptLength;
  private int depth;
  private boolean inTopArray;
  private boolean inItem;
  private boolean inString;
  private boolean escaped;

  /**
   * A cutter at the beginning of a list.
   *
   * @param items gets each item as soon as its last byte is there
   */
  ListCutter(JsonCutter.ObjectBytes items) {
    this.items = items;
  }

  /** Takes the next piece of the list, which is not used after the call. */
  void cut(ByteBuffer piece) {
    byte[] bytes = new byte[piece.remaining()];
    piece.duplicate().get(bytes);
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
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
      } else if (b == '{' || b == '[') {
        if (depth == 2 && inTopArray && b == '{') {
          envelope.write(bytes, start, at - start);
          start = at;
          inItem = true;
        }
        depth++;
        if (depth == 2) {
          inTopArray = b == '[';
        }
      } else if (b == '}' || b == ']') {
        depth--;
        if (inItem && depth == 2) {
          emit(bytes, start, at + 1);
          start = at + 1;
          inItem = false;
        }
      }
    }
    if (inItem) {
      keep(bytes, start, bytes.length);
    } else {
      envelope.write(bytes, start, bytes.length - start);
    }
  }

  /** The list without its items; the commas between them are still there. */
  byte[] envelope() {
    return envelope.toByteArray();
  }

  private void emit(byte[] bytes, int start, int end) {
    if (keptLength == 0) {
      items.accept(bytes, start, end);
      return;
    }
    keep(bytes, start, end);
    int length = keptLength;
    keptLength = 0;
    items.accept(kept, 0, length);
  }

  private void keep(byte[] bytes, int start, int end) {
    int length = keptLength + end - start;
    if (length > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(length, kept.length * 2));
    }
    System.arraycopy(bytes, start, kept, keptLength, end - start);
    keptLength = length;
  }
}
