package dev.jop.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class BodyTest {

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

      Body body =
          TestConnection.body(
              records(bytes, random), new ResponseHead.Framing(true, true, -1, false));

      assertThat(read(body)).as("seed %d", seed).isEqualTo(sent.toString());
    }
  }

  @Test
  void readsNoMoreThanItsLength() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      String text = "é".repeat(1 + new Random(seed).nextInt(2_000));
      byte[] bytes = (text + "HTTP/1.1 200 OK").getBytes(StandardCharsets.UTF_8);
      int length = text.length() * 2;

      Body body =
          TestConnection.body(
              records(bytes, new Random(seed)),
              new ResponseHead.Framing(true, false, length, false));

      assertThat(read(body)).as("seed %d", seed).isEqualTo(text);
    }
  }

  @Test
  void undoesCompressionWhereverRecordsEnd() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      ByteArrayOutputStream members = new ByteArrayOutputStream();
      for (int i = random.nextInt(20); i >= 0; i--) {
        String part = text(random);
        text.append(part);
        members.writeBytes(gzip(part));
      }
      byte[] compressed = members.toByteArray();
      boolean chunked = random.nextBoolean();

      Body body =
          TestConnection.body(
              records(chunked ? inChunks(compressed, random) : compressed, random),
              new ResponseHead.Framing(true, chunked, chunked ? -1 : compressed.length, true));

      assertThat(read(body)).as("seed %d", seed).isEqualTo(text.toString());
    }
  }

  @Test
  void passesOverWhatTheHeadOfCompressedDataSays() throws Exception {
    byte[] plain = gzip("an answer");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    said.write(plain, 0, 3);
    said.write(2 | 4 | 8 | 16);
    said.write(plain, 4, 6);
    said.writeBytes(new byte[] {3, 0, 'e', 0, 'x', 'n', 'a', 'm', 'e', 0, 'w', 'h', 'y', 0, 7, 7});
    said.write(plain, 10, plain.length - 10);

    assertThat(read(compressed(said.toByteArray()))).isEqualTo("an answer");
  }

  @Test
  void takesNothingForWholeThatIsCutOff() throws Exception {
    byte[] whole = gzip("an answer");
    for (int length = 1; length < whole.length; length++) {
      Body body = compressed(Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> read(body)).as("%d bytes", length).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void boundsWhatComesOutOfCompressedData() throws Exception {
    byte[] bomb = gzip("\0".repeat(50_000_000));
    assertThat(bomb).hasSizeLessThan(60_000);

    assertThatThrownBy(() -> compressed(bomb).readAll(TestConnection.NEVER, 1_000_000))
        .hasMessageStartingWith("an answer of more than 1,000,000 bytes");
    assertThat(compressed(bomb).readUpTo(1_000_000, TestConnection.NEVER)).hasSize(1_000_000);
  }

  @Test
  void takesNothingThatWasDamaged() throws Exception {
    byte[] whole = gzip("an answer");
    for (int at : new int[] {0, 1, 2, 12, whole.length - 8, whole.length - 1}) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x55;
      Body body = compressed(damaged);

      assertThatThrownBy(() -> read(body)).as("byte %d", at).isInstanceOf(ZipException.class);
    }
  }

  /** What a watch sends is wanted when it comes, and not when the next comes. */
  @Test
  void givesAMemberBeforeTheNextBegins() throws Exception {
    byte[] first = gzip("first");
    byte[] second = gzip("second");
    List<Integer> waited = new ArrayList<>();
    Iterator<byte[]> sent = List.of(first, second).iterator();
    Gunzip gunzip =
        new Gunzip(
            () -> {
              waited.add(waited.size());
              return sent.hasNext() ? ByteBuffer.wrap(sent.next()) : null;
            });

    assertThat(text(gunzip)).isEqualTo("first");
    assertThat(waited).hasSize(1);
    assertThat(text(gunzip)).isEqualTo("second");
    assertThat(waited).hasSize(2);
    assertThat(gunzip.read()).isNull();
  }

  @Test
  void decompressesNothingMoreOnceItIsGivenUp() throws Exception {
    Gunzip gunzip = new Gunzip(() -> ByteBuffer.wrap(gzip("one")));
    assertThat(text(gunzip)).isEqualTo("one");

    gunzip.close();

    assertThatThrownBy(gunzip::read).isInstanceOf(EOFException.class);
  }

  @Test
  void givesThePieceThatIsBeingReadWhenItIsGivenUp() throws Exception {
    AtomicReference<Gunzip> gunzip = new AtomicReference<>();
    gunzip.set(
        new Gunzip(
            () -> {
              Thread other = new Thread(() -> gunzip.get().close());
              other.start();
              try {
                other.join();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
              return ByteBuffer.wrap(gzip("one"));
            }));

    assertThat(text(gunzip.get())).isEqualTo("one");
    assertThatThrownBy(() -> gunzip.get().read()).isInstanceOf(EOFException.class);
  }

  @Test
  void readsNoFurtherInCompressedDataOfWhichAPartMayBeLost() throws Exception {
    byte[] whole = gzip("an answer");
    Iterator<byte[]> sent =
        List.of(Arrays.copyOf(whole, 5), Arrays.copyOfRange(whole, 5, whole.length)).iterator();
    AtomicBoolean late = new AtomicBoolean();
    Gunzip gunzip =
        new Gunzip(
            () -> {
              if (late.getAndSet(!late.get())) {
                throw new SocketTimeoutException("nothing came");
              }
              return ByteBuffer.wrap(sent.next());
            });

    assertThatThrownBy(() -> gunzip.read()).isInstanceOf(SocketTimeoutException.class);
    assertThatThrownBy(() -> gunzip.read()).isInstanceOf(EOFException.class);
    assertThat(sent).hasNext();
  }

  private static String text(Gunzip gunzip) throws IOException {
    return StandardCharsets.UTF_8.decode(gunzip.read()).toString();
  }

  private static Body compressed(byte[] bytes) throws IOException {
    return TestConnection.body(
        records(bytes, new Random(1)), new ResponseHead.Framing(true, false, bytes.length, true));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    random.ints(random.nextInt(8_000), 'a', 'é').forEach(text::appendCodePoint);
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

  private static String read(Body body) throws IOException {
    return new String(TestConnection.readAll(body), StandardCharsets.UTF_8);
  }

  /** No more at a time than a record of random length holds. */
  private static InputStream records(byte[] bytes, Random random) {
    return new TestConnection.Records(bytes, () -> 1 + random.nextInt(300));
  }
}
