package dev.jop.runtime.internal.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;

/** Reads answers from memory as if they had come over a connection. */
final class TestConnection {

  static final TimeLimit NEVER = TimeLimit.of(Duration.ZERO);

  private TestConnection() {}

  /** A connection that receives this. */
  static Connection receiving(InputStream in) throws IOException {
    SocketChannel channel = SocketChannel.open();
    return new Connection(
        channel, new ChannelSocket(channel), socket(in), null, new Watchdog().guard(() -> {}));
  }

  /** The body that begins with the first byte of this. */
  static Body body(InputStream in, ResponseHead.Framing framing) throws IOException {
    return new Body(pool(), receiving(in), framing);
  }

  /** Reads an answer, head and body, as text with a letter for each byte. */
  static Answer read(InputStream in, int most) throws IOException {
    Connection connection = receiving(in);
    ResponseHead head = ResponseHead.read(connection.in());
    Body body = new Body(pool(), connection, head.framing(true));
    return new Answer(head, body.readAll(NEVER, most));
  }

  /** All pieces of a body. */
  static byte[] readAll(Body body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuffer piece = body.read(NEVER); piece != null; piece = body.read(NEVER)) {
      all.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
    }
    return all.toByteArray();
  }

  private static ConnectionPool pool() {
    Connector nowhere =
        new Connector(new Origin(false, "example.com", 80), Optional.empty(), null, new Watchdog());
    return new ConnectionPool(nowhere, Duration.ofSeconds(45));
  }

  private static Socket socket(InputStream in) {
    return new Socket() {
      @Override
      public InputStream getInputStream() {
        return in;
      }

      @Override
      public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
      }
    };
  }

  /** An answer that was read to its end. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
  record Answer(ResponseHead head, byte[] body) {}

  /** Gives no more at a time than a record holds, which may end anywhere. */
  static final class Records extends ByteArrayInputStream {

    private final IntSupplier lengths;

    Records(byte[] bytes, IntSupplier lengths) {
      super(bytes);
      this.lengths = lengths;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, Math.max(1, lengths.getAsInt())));
    }

    @Override
    public int read(byte[] into) {
      return read(into, 0, into.length);
    }
  }
}
