package dev.jop.runtime.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is read piece by piece by one thread.
 *
 * <p>The next piece is asked for when the last is taken, so at most two are held here, however fast
 * the server sends.
 */
public final class ResponseStream implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final String doing;
  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private volatile @Nullable AsyncBody body;

  ResponseStream(String doing) {
    this.doing = doing;
  }

  /** Called by the HTTP client with each piece. */
  void accept(List<ByteBuffer> buffers, AsyncBody from) {
    pieces.add(new Piece(buffers, null));
  }

  /** The answer has begun: asks for its first piece. */
  void open(AsyncBody body) {
    this.body = body;
    var unused = body.done().whenComplete((nothing, error) -> pieces.add(new Piece(null, error)));
    body.consume();
  }

  /**
   * Waits for the next piece.
   *
   * @param idle how long to wait at most; a connection can die without a word
   * @return the buffers; none at all after such a wait; null at the end of the answer
   * @throws ApiException if the connection broke or the stream was closed
   */
  public @Nullable List<ByteBuffer> read(Duration idle) throws InterruptedException {
    Piece piece = pieces.poll(idle.toMillis(), TimeUnit.MILLISECONDS);
    if (piece == null) {
      return List.of();
    }
    if (piece.error != null) {
      throw new ApiException("cannot " + doing + ": the connection broke", piece.error);
    }
    AsyncBody open = body;
    if (piece.buffers != null && open != null) {
      open.consume();
    }
    return piece.buffers;
  }

  /** Reads to the end. */
  byte[] readAll() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      for (List<ByteBuffer> piece = read(LONGEST_WAIT);
          piece != null && !piece.isEmpty();
          piece = read(LONGEST_WAIT)) {
        for (ByteBuffer buffer : piece) {
          byte[] bytes = new byte[buffer.remaining()];
          buffer.get(bytes);
          all.write(bytes, 0, bytes.length);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException("cannot " + doing + ": interrupted", e);
    }
    return all.toByteArray();
  }

  /** Gives the answer up: whoever waits in {@link #read} gets an {@link ApiException}. */
  @Override
  public void close() {
    AsyncBody open = body;
    if (open != null) {
      open.cancel();
    }
  }

  /** Bytes, or the end of the answer: by error or, if there is neither, in order. */
  private record Piece(@Nullable List<ByteBuffer> buffers, @Nullable Throwable error) {}
}
