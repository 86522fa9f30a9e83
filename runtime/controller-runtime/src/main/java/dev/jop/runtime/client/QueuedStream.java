package dev.jop.runtime.client;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose pieces other threads bring.
 *
 * <p>The next piece is asked for when the last is taken, so at most two are held here, however fast
 * the server sends.
 */
final class QueuedStream implements ResponseStream {

  private final String doing;
  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private volatile @Nullable AsyncBody body;

  QueuedStream(String doing) {
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

  @Override
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
