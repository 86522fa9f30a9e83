package dev.jop.envtest;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads the end of a server's log without reading the whole. */
final class Logs {
  private static final int LINES = 20;
  private static final int BYTES = 64 << 10;
  private static final int LINE_LENGTH = 1000;

  private Logs() {}

  /**
   * The last 20 lines after an offset, each cut at 1,000 characters; a sentence when the file can't
   * be read.
   *
   * @param from where the lines of interest begin, in bytes
   */
  static String end(Path file, long from) {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long start = Math.min(in.length(), Math.max(from, in.length() - BYTES));
      in.seek(start);
      byte[] bytes = new byte[(int) (in.length() - start)];
      in.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join(
          "\n",
          lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
              .map(
                  line -> line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "…" : line)
              .toList());
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
