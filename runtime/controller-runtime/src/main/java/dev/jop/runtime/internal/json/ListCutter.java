package dev.jop.runtime.internal.json;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Cuts the items out of a list while it comes in, wherever its pieces end, so that a list is never
 * held as bytes and as objects at the same time.
 *
 * <p>What is left when they are cut out, the envelope, is small. Neither it nor an item may have
 * more than {@link JsonCutter#LONGEST} bytes.
 */
public final class ListCutter {

  private static final byte[] ITEMS = "items".getBytes(StandardCharsets.US_ASCII);

  private final CutObject item;
  private final JsonStructure structure = new JsonStructure(3);
  private final ByteArrayOutputStream envelope = new ByteArrayOutputStream();
  private boolean begun;
  private boolean inItems;
  private boolean inItem;

  /**
   * A cutter at the beginning of a list.
   *
   * @param items gets each item as soon as its last byte is there
   */
  public ListCutter(JsonCutter.ObjectBytes items) {
    this.item = new CutObject(items);
  }

  /**
   * Takes the next piece of the list, which is not used after the call.
   *
   * @throws MalformedJsonException if this is no JSON object; not to be called again then
   */
  public void cut(ByteBuffer piece) {
    ByteBuffer in = CutObject.inArray(piece);
    byte[] bytes = in.array();
    int start = in.arrayOffset() + in.position();
    int end = start + in.remaining();
    int at = structure.advance(bytes, start, end);
    while (structure.hasStopped()) {
      boolean opened = bytes[at - 1] == '{' || bytes[at - 1] == '[';
      if (structure.depth() == 3 && opened && inItems && bytes[at - 1] == '{') {
        keep(bytes, start, at - 1);
        start = at - 1;
        inItem = true;
      } else if (structure.depth() == 2 && opened) {
        inItems = bytes[at - 1] == '[' && structure.lastNameIs(ITEMS);
      } else if (structure.depth() == 2 && inItem) {
        item.end(bytes, start, at);
        start = at;
        inItem = false;
      } else if (structure.depth() == 1 && opened) {
        refuseSecond();
      }
      at = structure.advance(bytes, at, end);
    }
    if (inItem) {
      item.keep(bytes, start, end);
    } else {
      keep(bytes, start, end);
    }
  }

  private void refuseSecond() {
    if (begun) {
      throw new MalformedJsonException("broken JSON: something else comes behind the list");
    }
    begun = true;
  }

  private void keep(byte[] bytes, int start, int end) {
    if (envelope.size() + end - start > JsonCutter.LONGEST) {
      throw new MalformedJsonException("a list with more than 16 MiB beside its items");
    }
    envelope.write(bytes, start, end - start);
  }

  /**
   * The list without its items; the commas between them are still there.
   *
   * @throws MalformedJsonException if the end of the list is missing
   */
  public byte[] envelope() {
    if (!begun || structure.depth() > 0) {
      throw new MalformedJsonException("broken JSON: the end of the list is missing");
    }
    return envelope.toByteArray();
  }
}
