package dev.jop.runtime.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Undoes a body's compression (RFC 1952) while it comes in.
 *
 * <p>An API server compresses answers of more than 128 kB; and since version 1.37 watches that
 * begin with everything there is, each burst of events as a member of its own. So nothing here
 * waits for the begin of a member when one ends, as the streams of {@code java.util.zip} do.
 */
final class Gunzip implements AutoCloseable {

  private static final int ROOM = 16 * 1024;
  private static final int MAGIC = 0x8b1f;
  private static final int DEFLATED = 8;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final Source source;
  private final Inflater inflater = new Inflater(true);
  private final ReentrantLock reading = new ReentrantLock();
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[ROOM];
  private ByteBuffer piece = ByteBuffer.allocate(0);
  private boolean inMember;
  private boolean over;
  private volatile boolean closed;

  /** Undoes the compression of what this gives. */
  Gunzip(Source source) {
    this.source = source;
  }

  /** Gives the pieces of a body. */
  interface Source {

    /** The next piece, which is good until the next call; or null at the end. */
    @Nullable ByteBuffer read() throws IOException;
  }

  /**
   * The next piece, which is good until the next call; null at the end.
   *
   * @throws ZipException if it is not what was compressed
   * @throws IOException if the source fails; that is the end, for a part may be lost
   */
  @Nullable ByteBuffer read() throws IOException {
    reading.lock();
    try {
      if (over) {
        throw cutOff();
      }
      return next();
    } catch (IOException e) {
      end();
      throw e;
    } finally {
      reading.unlock();
      if (closed) {
        endUnlessRead();
      }
    }
  }

  /** Gives it up. Any thread may do so; one that is reading gets its piece, but no other. */
  @Override
  public void close() {
    closed = true;
    endUnlessRead();
  }

  /** Whoever reads meanwhile looks here again when that is done. */
  private void endUnlessRead() {
    if (reading.tryLock()) {
      try {
        end();
      } finally {
        reading.unlock();
      }
    }
  }

  private @Nullable ByteBuffer next() throws IOException {
    while (inMember || enter()) {
      int count = inflate();
      if (count > 0) {
        checksum.update(buffer, 0, count);
        return ByteBuffer.wrap(buffer, 0, count);
      }
      if (inflater.finished()) {
        leave();
      } else if (!advance()) {
        throw cutOff();
      }
    }
    end();
    return null;
  }

  /** Gives back what lies outside of the heap, of which no collector knows the size. */
  private void end() {
    over = true;
    inflater.end();
  }

  private int inflate() throws IOException {
    try {
      return inflater.inflate(buffer);
    } catch (DataFormatException e) {
      throw new ZipException("compressed data that are none: " + e.getMessage());
    }
  }

  /** Goes to the next piece, which the inflater takes from as it goes on; false at the end. */
  private boolean advance() throws IOException {
    while (!piece.hasRemaining()) {
      ByteBuffer next = source.read();
      if (next == null) {
        return false;
      }
      piece = next;
    }
    inflater.setInput(piece);
    return true;
  }

  /** Steps over the head of the next member; false if there is none. */
  private boolean enter() throws IOException {
    if (!advance()) {
      return false;
    }
    if (twoBytes() != MAGIC || oneByte() != DEFLATED) {
      throw new ZipException("data that are not compressed, though they should be");
    }
    int flags = oneByte();
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(twoBytes());
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CHECKSUM) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(piece);
    checksum.reset();
    inMember = true;
    return true;
  }

  private void leave() throws IOException {
    long sum = fourBytes();
    long length = fourBytes();
    if (sum != checksum.getValue() || length != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new ZipException("compressed data whose checksum is another");
    }
    inMember = false;
  }

  private long fourBytes() throws IOException {
    return twoBytes() | (long) twoBytes() << 16;
  }

  private int twoBytes() throws IOException {
    return oneByte() | oneByte() << 8;
  }

  private int oneByte() throws IOException {
    if (!advance()) {
      throw cutOff();
    }
    return piece.get() & 0xff;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      oneByte();
    }
  }

  private void skipText() throws IOException {
    while (oneByte() != 0) {
      // a zero ends it
    }
  }

  private static EOFException cutOff() {
    return new EOFException("the end of compressed data is missing");
  }
}
