package dev.jop.runtime.internal.json;

import java.nio.ByteBuffer;

/**
 * Cuts a stream of JSON objects into its objects, wherever the pieces of the stream end.
 *
 * <p>What is no sequence of objects, or an object of more than {@link #LONGEST} bytes, is an error
 * behind which nothing more can be cut: where the next object begins is not known then. An object
 * that lies whole in a piece is not copied.
 */
public final class JsonCutter {

  /** How many bytes an object may have: 16 MiB, as in client-go. etcd takes 1.5 MB by default. */
  public static final int LONGEST = 16 << 20;

  private final CutObject object;
  private final JsonStructure structure = new JsonStructure(1);

  /**
   * A cutter at the beginning of a stream.
   *
   * @param objects gets each object as soon as its last byte is there
   */
  public JsonCutter(ObjectBytes objects) {
    this.object = new CutObject(objects);
  }

  /**
   * Takes the next piece of the stream, which is not used after the call.
   *
   * @throws MalformedJsonException if this is no stream of objects; not to be called again then
   */
  public void cut(ByteBuffer piece) {
    ByteBuffer in = CutObject.inArray(piece);
    byte[] bytes = in.array();
    int start = in.arrayOffset() + in.position();
    int end = start + in.remaining();
    int at = structure.advance(bytes, start, end);
    while (structure.hasStopped()) {
      if (structure.depth() == 1) {
        start = at - 1; // what lies between objects is white space
      } else {
        object.end(bytes, start, at);
      }
      at = structure.advance(bytes, at, end);
    }
    if (structure.depth() > 0) {
      object.keep(bytes, start, end);
    }
  }

  /** Is given objects as parts of arrays, which it may use during the call only. */
  @FunctionalInterface
  public interface ObjectBytes {
    void accept(byte[] bytes, int start, int end);
  }
}
