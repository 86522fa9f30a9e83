package dev.jop.runtime.client;

import dev.jop.runtime.http.SocketBody;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is read from its socket by the thread that wants it.
 *
 * @param body what is read
 * @param doing what is being done, for the message of an error
 */
record SocketStream(SocketBody body, String doing) implements ResponseStream {

  @Override
  public @Nullable List<ByteBuffer> read(Duration idle) throws InterruptedException {
    try {
      ByteBuffer piece = body.read(idle);
      return piece == null ? null : List.of(piece);
    } catch (SocketTimeoutException e) {
      return List.of();
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new ApiException("cannot " + doing + ": the connection broke", e);
    }
  }

  @Override
  public void close() {
    body.cancel();
  }
}
