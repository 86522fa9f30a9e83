package dev.jop.runtime.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that is read piece by piece by one thread. */
public sealed interface ResponseStream extends AutoCloseable permits QueuedStream, SocketStream {

  /**
   * Waits for the next piece.
   *
   * @param idle how long to wait at most; a connection can die without a word
   * @return the buffers, which are good until the next call; none at all after such a wait; null at
   *     the end of the answer
   * @throws ApiException if the connection broke or the stream was closed
   */
  @Nullable List<ByteBuffer> read(Duration idle) throws InterruptedException;

  /** Reads to the end, waiting for each piece for 10 s at most. */
  default byte[] readAll() {
    Duration longestWait = Duration.ofSeconds(10);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      for (List<ByteBuffer> piece = read(longestWait);
          piece != null && !piece.isEmpty();
          piece = read(longestWait)) {
        for (ByteBuffer buffer : piece) {
          byte[] bytes = new byte[buffer.remaining()];
          buffer.get(bytes);
          all.writeBytes(bytes);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException("reading was interrupted", e);
    }
    return all.toByteArray();
  }

  /** Gives the answer up: whoever waits in {@link #read} gets an {@link ApiException}. */
  @Override
  void close();
}
