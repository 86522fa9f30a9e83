package dev.jop.runtime.internal.http;

import dev.jop.runtime.internal.text.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer: chunks, or so many bytes, or all until the connection's end; compressed or
 * not. One thread reads it, and any may give it up.
 */
public final class Body implements AutoCloseable {

  private enum State {
    OPEN,
    READ,
    GIVEN_UP
  }

  private static final int LONGEST_LINE = 1024;
  private static final int MOST_DIGITS = 15;
  private static final int FIRST_ROOM = 16 * 1024;

  private final ConnectionPool pool;
  private final Connection connection;
  private final HttpInput in;
  private final boolean keeps;
  private final boolean chunked;
  private final @Nullable Gunzip gunzip;
  private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
  private long left;
  private boolean inChunk;

  /** A body that begins with the connection's next byte. */
  Body(ConnectionPool pool, Connection connection, ResponseHead.Framing framing) {
    this.pool = pool;
    this.connection = connection;
    this.in = connection.in();
    this.keeps = framing.keeps();
    this.chunked = framing.chunked();
    this.left = chunked ? 0 : framing.length();
    this.gunzip = framing.compressed() ? new Gunzip(this::readSent) : null;
  }

  /**
   * Waits for the next piece. When it fails the body is given up.
   *
   * @param limit when the piece must be there
   * @return the piece, which is good until the next call; null at the end
   * @throws java.net.SocketTimeoutException if it was not there in time
   * @throws IOException if the connection broke, or what came is not what was announced, or the
   *     thread was interrupted, or the body was given up
   */
  public @Nullable ByteBuffer read(TimeLimit limit) throws IOException {
    if (state.get() == State.READ) {
      return null;
    }
    try {
      connection.limit(limit);
      ByteBuffer piece = gunzip == null ? readSent() : gunzip.read();
      connection.limit(null);
      if (piece == null) {
        finish();
      }
      return piece;
    } catch (IOException e) {
      IOException told = connection.isLate() ? limit.passed(e) : e;
      if (!state.compareAndSet(State.OPEN, State.GIVEN_UP)) {
        told = new IOException("the reading was given up", e);
      }
      pool.drop(connection);
      throw told;
    }
  }

  /**
   * Reads the rest.
   *
   * @param limit when all must be there
   * @param most how many bytes it may have, after decompression
   * @throws IOException if it has more, or as {@link #read} says; the body is given up
   */
  public byte[] readAll(TimeLimit limit, int most) throws IOException {
    byte[] all = readUpTo(most, limit);
    if (state.get() == State.GIVEN_UP) {
      throw new IOException(
          "an answer of more than %,d bytes, which are the most that are taken".formatted(most));
    }
    return all;
  }

  /** Reads the rest, but no more bytes than these, and gives up what is behind them. */
  public byte[] readUpTo(int most, TimeLimit limit) throws IOException {
    boolean sized = gunzip == null && !chunked && left >= 0;
    byte[] all = new byte[(int) Math.min(most, sized ? left : FIRST_ROOM)];
    int size = 0;
    for (ByteBuffer piece = read(limit); piece != null; piece = read(limit)) {
      int count = Math.min(piece.remaining(), most - size);
      if (size + count > all.length) {
        all = Arrays.copyOf(all, (int) Math.min(most, Math.max(size + count, all.length * 2L)));
      }
      piece.get(all, size, count);
      size += count;
      if (piece.hasRemaining()) {
        close();
        break;
      }
    }
    return size == all.length ? all : Arrays.copyOf(all, size);
  }

  /** The next piece as it was sent, or null at the end. */
  private @Nullable ByteBuffer readSent() throws IOException {
    if (chunked) {
      return readChunk();
    }
    if (left < 0) {
      return in.isAtEnd() ? null : in.read(Long.MAX_VALUE);
    }
    if (left == 0) { // not before: the last piece lies in the connection's room
      return null;
    }
    ByteBuffer piece = in.read(left);
    left -= piece.remaining();
    return piece;
  }

  private @Nullable ByteBuffer readChunk() throws IOException {
    if (left == 0) {
      if (inChunk && !in.readLine(LONGEST_LINE, false).isEmpty()) {
        throw new IOException("a chunk longer than it said");
      }
      inChunk = false;
      left = chunkLength(in.readLine(LONGEST_LINE, false));
      if (left == 0) {
        ResponseHead.readHeaders(in, ResponseHead.Room.forTrailers()); // which nobody asked for
        return null;
      }
      inChunk = true;
    }
    ByteBuffer piece = in.read(left);
    left -= piece.remaining();
    return piece; // before anything more is read: it lies in the connection's room
  }

  private static long chunkLength(String line) throws IOException {
    int end = 0;
    long length = 0;
    while (end < line.length()
        && line.charAt(end) < 0x80
        && Character.digit(line.charAt(end), 16) >= 0) {
      length = length * 16 + Character.digit(line.charAt(end), 16);
      end++;
      if (end > MOST_DIGITS) {
        break;
      }
    }
    boolean extended = end < line.length() && " \t;".indexOf(line.charAt(end)) >= 0;
    if (end == 0 || end > MOST_DIGITS || !(end == line.length() || extended)) {
      throw new IOException("this is no length of a chunk: " + Printable.of(line, 80));
    }
    return length;
  }

  /** The connection is free for the next request, if it can be. */
  private void finish() throws IOException {
    if (!state.compareAndSet(State.OPEN, State.READ)) {
      throw new IOException("the reading was given up");
    }
    if (keeps) {
      pool.release(connection);
    } else {
      pool.drop(connection);
    }
  }

  /**
   * Gives it up, unless it was read to its end: a thread that reads it gets an {@link IOException}
   * at once.
   */
  @Override
  public void close() {
    if (state.compareAndSet(State.OPEN, State.GIVEN_UP)) {
      pool.drop(connection);
      if (gunzip != null) {
        gunzip.close();
      }
    }
  }
}
