package dev.jop.runtime.http;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer: chunks, or so many bytes, or all until the connection's end; compressed or
 * not.
 *
 * <p>Who reads with {@link #read} gets each piece where it was received, without a copy. fabric8's
 * way works, too: {@link #consume} reads in the thread that calls, and gives copies.
 */
public final class SocketBody implements AsyncBody {

  private static final int LONGEST_LINE = 1024;
  private static final int MOST_DIGITS = 15;

  private final ConnectionPool pool;
  private final Connection connection;
  private final boolean keeps;
  private final boolean chunked;
  private final Duration timeout;
  private final AsyncBody.Consumer<List<ByteBuffer>> consumer;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final @Nullable Gunzip gunzip;
  private long left;
  private boolean inChunk;
  private boolean wanted;
  private boolean consuming;

  /**
   * A body that begins with the connection's next byte.
   *
   * @param timeout how long {@link #consume} waits for each piece, zero for ever
   * @param consumer what it is given to
   */
  SocketBody(
      ConnectionPool pool,
      Connection connection,
      Framing framing,
      Duration timeout,
      AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    this.pool = pool;
    this.connection = connection;
    this.keeps = framing.keeps && (framing.chunked || framing.length >= 0);
    this.chunked = framing.chunked;
    this.timeout = timeout;
    this.consumer = consumer;
    this.left = chunked ? 0 : framing.length;
    this.gunzip = framing.compressed ? new Gunzip(this::readSent) : null;
  }

  /**
   * Waits for the next piece.
   *
   * @param idle how long to wait for it, zero for ever
   * @return the piece, which is good until the next call; null at the end
   * @throws java.net.SocketTimeoutException after that time
   * @throws IOException if the connection broke, or the thread was interrupted, or the body was
   *     cancelled
   */
  public @Nullable ByteBuffer read(Duration idle) throws IOException {
    if (ended.get()) {
      if (done.isCancelled()) {
        throw new IOException("the reading was given up");
      }
      return null;
    }
    return gunzip == null ? readSent(idle) : gunzip.read(idle);
  }

  /** The next piece as it was sent. */
  private @Nullable ByteBuffer readSent(Duration idle) throws IOException {
    connection.setTimeout(idle);
    if (chunked) {
      return readChunk();
    }
    if (left < 0) {
      return connection.isAtEnd() ? finish() : connection.read(Long.MAX_VALUE);
    }
    if (left == 0) { // not before: the last piece lies in the connection's room
      return finish();
    }
    ByteBuffer piece = connection.read(left);
    left -= piece.remaining();
    return piece;
  }

  private @Nullable ByteBuffer readChunk() throws IOException {
    if (left == 0) {
      if (inChunk && !connection.readLine(LONGEST_LINE).isEmpty()) {
        throw new IOException("a chunk longer than it said");
      }
      inChunk = false;
      left = chunkLength(connection.readLine(LONGEST_LINE));
      if (left == 0) {
        while (!connection.readLine(LONGEST_LINE).isEmpty()) {
          // trailers, which nobody asked for
        }
        return finish();
      }
      inChunk = true;
    }
    ByteBuffer piece = connection.read(left);
    left -= piece.remaining();
    return piece; // before anything more is read: it lies in the connection's room
  }

  private static long chunkLength(String line) throws IOException {
    int end = 0;
    long length = 0;
    while (end < line.length() && Character.digit(line.charAt(end), 16) >= 0) {
      length = length * 16 + Character.digit(line.charAt(end), 16);
      end++;
    }
    boolean extended = end < line.length() && " \t;".indexOf(line.charAt(end)) >= 0;
    if (end == 0 || end > MOST_DIGITS || !(end == line.length() || extended)) {
      throw new IOException("no length of a chunk: " + line);
    }
    return length;
  }

  /** The connection is free for the next request, if it can be. */
  private @Nullable ByteBuffer finish() {
    if (ended.compareAndSet(false, true)) {
      if (keeps) {
        pool.release(connection);
      } else {
        pool.drop(connection);
      }
    }
    return null;
  }

  @Override
  public void consume() {
    wanted = true;
    if (consuming) {
      return; // called by the consumer, to which the loop below goes back
    }
    consuming = true;
    try {
      while (wanted && !done.isDone()) {
        wanted = false;
        ByteBuffer piece = read(timeout);
        if (piece == null) {
          done.complete(null);
        } else {
          consumer.consume(List.of(copy(piece)), this);
        }
      }
    } catch (Exception e) { // a consumer may throw any
      fail(e);
    } finally {
      consuming = false;
    }
  }

  private static ByteBuffer copy(ByteBuffer piece) {
    ByteBuffer copy = ByteBuffer.allocate(piece.remaining());
    return copy.put(piece).flip();
  }

  private void fail(Exception e) {
    if (ended.compareAndSet(false, true)) {
      pool.drop(connection);
      done.completeExceptionally(e);
    }
  }

  @Override
  public CompletableFuture<Void> done() {
    return done;
  }

  /** Gives it up: a thread that reads it gets an {@link IOException} at once. */
  @Override
  public void cancel() {
    if (ended.compareAndSet(false, true)) {
      done.cancel(false);
      pool.drop(connection);
    }
  }

  /**
   * Where a body ends.
   *
   * @param keeps whether the server keeps the connection open behind it
   * @param chunked whether it comes in chunks, the last of which is empty
   * @param length how many bytes it has otherwise, or -1 for all until the connection's end
   * @param compressed whether it comes compressed by gzip
   */
  record Framing(boolean keeps, boolean chunked, long length, boolean compressed) {}
}
