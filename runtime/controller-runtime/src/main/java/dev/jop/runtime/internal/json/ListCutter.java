package dev.jop.runtime.internal.json;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Cuts the items out of a list while it comes in, wherever its pieces end, so that a list is never
 * held as bytes and as objects at the same time.
 *
 * <p>The items of a list are the objects in the one array that its top level has. What is left when
 * they are cut out, the envelope, is small. Looks at bytes alone, as {@link JsonCutter} does.
 */
public final class ListCutter {

  private final CutObject item;
  private final ByteArrayOutputStream envelope = new ByteArrayOutputStream();
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
  public ListCutter(JsonCutter.ObjectBytes items) {
    this.item = new CutObject(items);
  }

  /** Takes the next piece of the list, which is not used after the call. */
  public void cut(ByteBuffer piece) {
    ByteBuffer in = CutObject.inArray(piece);
    byte[] bytes = in.array();
    int start = in.arrayOffset() + in.position();
    int end = start + in.remaining();
    for (int at = start; at < end; at++) {
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
          item.end(bytes, start, at + 1);
          start = at + 1;
          inItem = false;
        }
      }
    }
    if (inItem) {
      item.keep(bytes, start, end);
    } else {
      envelope.write(bytes, start, end - start);
    }
  }

  /** The list without its items; the commas between them are still there. */
  public byte[] envelope() {
    return envelope.toByteArray();
  }
}
