package dev.jop.runtime.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes, and however it is cut, an answer is read in one way or refused. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HttpFuzzTest {

  private static final int MOST = 100_000;
  private static final int SEEDS = 4_000;
  private static final String[] TOKENS = {
    "\r\n",
    "\n",
    "\r",
    "\r\n\r\n",
    ":",
    " ",
    "\t",
    "\0",
    ";",
    "0",
    "ffffffff",
    "-",
    ",",
    "Content-Length: 5\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Content-Encoding: gzip\r\n",
    "Connection: close\r\n",
    "HTTP/1.1 100 Go\r\n\r\n",
    "HTTP/1.1 200 OK\r\n",
    "0\r\n\r\n",
    "\u001f\u008b\b\0",
    "é",
    "ÿ"
  };

  @Test
  void readsTheSameWhereverItIsCut() throws Exception {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      byte[] body = body(random);
      byte[] answer = answer(body, random);
      for (int cut = 1; cut <= answer.length; cut += 1 + answer.length / 300) {
        int[] lengths = {cut, answer.length, 1};
        int[] next = {0};
        TestConnection.Records records =
            new TestConnection.Records(answer, () -> lengths[next[0]++ % lengths.length]);

        assertThat(TestConnection.read(records, MOST).body())
            .as("seed %d, cut at %d", seed, cut)
            .isEqualTo(body);
      }
      TestConnection.Records bytes = new TestConnection.Records(answer, () -> 1);
      assertThat(TestConnection.read(bytes, MOST).body()).as("seed %d", seed).isEqualTo(body);
    }
  }

  @Test
  void readsOrRefusesWhatIsDamagedTheSameWhereverItIsCut() throws Exception {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      byte[] damaged = damaged(answer(body(random), random), random);

      String atOnce = outcome(damaged, damaged.length, seed);
      String byByte = outcome(damaged, 1, seed);
      String inPieces = outcome(damaged, 1 + random.nextInt(40), seed);

      assertThat(byByte).as("seed %d", seed).isEqualTo(atOnce);
      assertThat(inPieces).as("seed %d", seed).isEqualTo(atOnce);
    }
  }

  /** What it comes to: the body, or that it was refused. */
  private static String outcome(byte[] answer, int length, long seed) {
    try {
      TestConnection.Answer read =
          TestConnection.read(new TestConnection.Records(answer, () -> length), MOST);
      return read.head().code() + " " + Arrays.toString(read.body());
    } catch (IOException e) {
      return e.getClass().getSimpleName();
    } catch (RuntimeException e) {
      return fail("seed " + seed + ": " + e, e);
    }
  }

  private static byte[] body(Random random) {
    byte[] body = new byte[random.nextInt(3) == 0 ? 0 : random.nextInt(2_000)];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) (random.nextInt(20) == 0 ? random.nextInt(256) : 'a' + random.nextInt(4));
    }
    return body;
  }

  private static byte[] answer(byte[] body, Random random) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    StringBuilder head = new StringBuilder(random.nextInt(4) == 0 ? "HTTP/1.1 103 Hi\r\n\r\n" : "");
    head.append("HTTP/1.1 ").append(200 + random.nextInt(3)).append(" OK\r\n");
    for (int i = random.nextInt(5); i > 0; i--) {
      head.append("X-")
          .append(i)
          .append(": ")
          .append("v".repeat(random.nextInt(30)))
          .append("\r\n");
    }
    byte[] sent = body;
    if (random.nextBoolean()) {
      head.append("Content-Encoding: gzip\r\n");
      sent = gzip(body);
    }
    boolean chunked = random.nextBoolean();
    head.append(
        chunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: " + sent.length + "\r\n");
    answer.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    for (int at = 0; chunked && at < sent.length; ) {
      int length = Math.min(sent.length - at, 1 + random.nextInt(500));
      answer.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
      answer.write(sent, at, length);
      answer.writeBytes("\r\n".getBytes(ISO_8859_1));
      at += length;
    }
    answer.writeBytes(chunked ? "0\r\nT: x\r\n\r\n".getBytes(ISO_8859_1) : sent);
    return answer.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    }
    return compressed.toByteArray();
  }

  private static byte[] damaged(byte[] answer, Random random) {
    byte[] damaged = answer;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(Math.min(damaged.length, random.nextBoolean() ? 120 : 100_000) + 1);
      at = Math.min(at, damaged.length);
      damaged =
          switch (random.nextInt(4)) {
            case 0 -> spliced(damaged, at, at, TOKENS[random.nextInt(TOKENS.length)]);
            case 1 -> spliced(damaged, at, Math.min(damaged.length, at + 1), "");
            case 2 -> spliced(damaged, at, damaged.length, "");
            default ->
                spliced(
                    damaged,
                    at,
                    Math.min(damaged.length, at + 1),
                    String.valueOf((char) random.nextInt(256)));
          };
    }
    return damaged;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, String instead) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    result.write(bytes, 0, from);
    result.writeBytes(instead.getBytes(ISO_8859_1));
    result.write(bytes, to, bytes.length - to);
    return result.toByteArray();
  }
}
