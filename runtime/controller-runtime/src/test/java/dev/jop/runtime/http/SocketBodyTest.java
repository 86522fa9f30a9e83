package dev.jop.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;

class SocketBodyTest {

  private static final int SEEDS = 300;

  /** TLS gives what one record holds at a time, and a record may end anywhere. */
  @Test
  void readsTheSameWhereverRecordsEnd() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      StringBuilder sent = new StringBuilder();
      StringBuilder wire = new StringBuilder();
      for (int i = random.nextInt(20); i >= 0; i--) {
        String chunk = ("é" + i + ";").repeat(1 + random.nextInt(200));
        int length = chunk.getBytes(StandardCharsets.UTF_8).length;
        sent.append(chunk);
        wire.append(Integer.toHexString(length)).append("\r\n").append(chunk).append("\r\n");
      }
      byte[] bytes = wire.append("0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);

      SocketBody body =
          body(new Records(bytes, random), new SocketBody.Framing(true, true, -1, false));

      assertThat(read(body)).as("seed %d", seed).isEqualTo(sent.toString());
    }
  }

  @Test
  void readsNoMoreThanItsLength() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      String text = "é".repeat(1 + new Random(seed).nextInt(2_000));
      byte[] bytes = (text + "HTTP/1.1 200 OK").getBytes(StandardCharsets.UTF_8);
      int length = text.length() * 2;

      SocketBody body =
          body(
              new Records(bytes, new Random(seed)),
              new SocketBody.Framing(true, false, length, false));

      assertThat(read(body)).as("seed %d", seed).isEqualTo(text);
    }
  }

  @Test
  void undoesCompressionWhereverRecordsEnd() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      String text = text(random);
      byte[] compressed = gzip(text);
      boolean chunked = random.nextBoolean();

      SocketBody body =
          body(
              new Records(chunked ? inChunks(compressed, random) : compressed, random),
              new SocketBody.Framing(true, chunked, chunked ? -1 : compressed.length, true));

      assertThat(read(body)).as("seed %d", seed).isEqualTo(text);
    }
  }

  @Test
  void takesNothingForWholeThatWasCompressedAndIsNot() throws Exception {
    byte[] compressed = gzip("an answer");
    int half = compressed.length / 2;

    SocketBody body =
        body(
            new Records(Arrays.copyOf(compressed, half), new Random(1)),
            new SocketBody.Framing(true, false, half, true));

    assertThatThrownBy(() -> read(body)).isInstanceOf(EOFException.class);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    random.ints(random.nextInt(60_000), 'a', 'é').forEach(text::appendCodePoint);
    return text.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return compressed.toByteArray();
  }

  private static byte[] inChunks(byte[] bytes, Random random) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(bytes.length - at, 1 + random.nextInt(2_000));
      wire.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      wire.write(bytes, at, length);
      wire.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
      at += length;
    }
    wire.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return wire.toByteArray();
  }

  private static String read(SocketBody body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (ByteBuffer piece = body.read(Duration.ZERO);
        piece != null;
        piece = body.read(Duration.ZERO)) {
      all.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  private static SocketBody body(InputStream in, SocketBody.Framing framing) throws IOException {
    SSLSocketFactory none = (SSLSocketFactory) SSLSocketFactory.getDefault();
    ConnectionPool pool =
        new ConnectionPool(new Connector(none, "", new SSLParameters()), Duration.ofSeconds(1));
    Connection connection =
        new Connection(new Origin(false, "example.com", 80), SocketChannel.open(), socket(in));
    return new SocketBody(pool, connection, framing, Duration.ZERO, (piece, from) -> {});
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

  /** Gives no more at a time than a record of random length holds. */
  private static final class Records extends ByteArrayInputStream {

    private final Random random;

    Records(byte[] bytes, Random random) {
      super(bytes);
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, 1 + random.nextInt(300)));
    }
  }
}
