package dev.jop.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Undoes a body's compression while it comes in. An API server compresses what is longer than 128
 * kB and no watch; a list shrinks to a tenth.
 */
final class Gunzip {

  private static final int ROOM = 16 * 1024;

  private final byte[] buffer = new byte[ROOM];
  private final Pieces pieces;
  private @Nullable GZIPInputStream plain;

  /** Undoes the compression of what this gives. */
  Gunzip(Source compressed) {
    this.pieces = new Pieces(compressed);
  }

  /**
   * The next piece, which is good until the next call; null at the end, which the source has come
   * to then, too.
   *
   * @param idle how long to wait for each piece of what is compressed, zero for ever; there is
   *     nothing more to be had after a wait was too long
   */
  @Nullable ByteBuffer read(Duration idle) throws IOException {
    pieces.idle = idle;
    if (plain == null) {
      plain = new GZIPInputStream(pieces, ROOM);
    }
    int count = plain.read(buffer, 0, ROOM);
    if (count > 0) {
      return ByteBuffer.wrap(buffer, 0, count);
    }
    plain.close();
    return null;
  }

  /** Gives the pieces of a body. */
  interface Source {

    /** The next piece, or null at the end. */
    @Nullable ByteBuffer read(Duration idle) throws IOException;
  }

  /** A body as a stream. Its end is the body's: what is left then is passed over. */
  private static final class Pieces extends InputStream {

    private final Source source;
    private Duration idle = Duration.ZERO;
    private @Nullable ByteBuffer piece = ByteBuffer.allocate(0);

    Pieces(Source source) {
      this.source = source;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      while (piece != null && !piece.hasRemaining()) {
        piece = source.read(idle);
      }
      if (piece == null) {
        return -1;
      }
      int count = Math.min(length, piece.remaining());
      piece.get(into, offset, count);
      return count;
    }

    @Override
    public void close() throws IOException {
      while (piece != null) {
        piece = source.read(idle);
      }
    }
  }
}
