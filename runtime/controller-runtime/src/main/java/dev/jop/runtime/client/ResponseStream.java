package dev.jop.runtime.client;

import dev.jop.runtime.internal.http.Body;
import dev.jop.runtime.internal.http.TimeLimit;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that is read piece by piece, from its socket, by the thread that wants it. */
public final class ResponseStream implements AutoCloseable {

  private final Body body;
  private final TimeLimit whole;
  private final String doing;
  private boolean silent;

  /**
   * A stream of which nothing was read yet.
   *
   * @param whole when it must be at its end
   * @param doing what is being done, for the message of an error
   */
  ResponseStream(Body body, TimeLimit whole, String doing) {
    this.body = body;
    this.whole = whole;
    this.doing = doing;
  }

  /**
   * Waits for the next piece.
   *
   * @param idle how long to wait at most; a connection can die without a word
   * @return the buffers, which are good until the next call; none at all after such a wait, which
   *     is the end; null at the end of the answer
   * @throws ApiException if the connection broke, the stream was closed, or it takes too long as a
   *     whole
   */
  public @Nullable List<ByteBuffer> read(Duration idle) throws InterruptedException {
    if (silent) {
      return List.of();
    }
    try {
      ByteBuffer piece = body.read(TimeLimit.of(idle).orEarlier(whole));
      return piece == null ? null : List.of(piece);
    } catch (SocketTimeoutException e) {
      if (whole.isOver()) {
        throw new ApiException("cannot " + doing + ": it has no end", e);
      }
      silent = true;
      return List.of();
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new ApiException("cannot " + doing + ": the connection broke", e);
    }
  }

  /** Gives the answer up: whoever waits in {@link #read} gets an {@link ApiException}. */
  @Override
  public void close() {
    body.close();
  }
}
