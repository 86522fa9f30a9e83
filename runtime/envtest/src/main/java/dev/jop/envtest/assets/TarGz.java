package dev.jop.envtest.assets;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Takes named files out of a gzipped ustar archive.
 *
 * <p>Where a file goes is decided by the caller's names alone, never by a path in the archive.
 */
final class TarGz {
  private static final int BLOCK = 512;
  private static final int SIZE_OFFSET = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int TYPE_OFFSET = 156;
  private static final int NAME_LENGTH = 100;

  private TarGz() {}

  /**
   * Writes each regular file whose last path element is one of the names into the folder, as an
   * executable.
   */
  static void extract(InputStream archive, Set<String> names, Path folder) throws IOException {
    try (InputStream in = new BufferedInputStream(new GZIPInputStream(archive))) {
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        long size = octal(header);
        String path = text(header);
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean regular = header[TYPE_OFFSET] == '0' || header[TYPE_OFFSET] == 0;
        if (regular && names.contains(name)) {
          Path file = folder.resolve(name);
          try (OutputStream out = Files.newOutputStream(file)) {
            copy(in, out, size);
          }
          if (!file.toFile().setExecutable(true, false)) {
            throw new IOException("can't make " + file + " executable");
          }
        } else {
          in.skipNBytes(size);
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        header = in.readNBytes(BLOCK);
      }
    }
  }

  private static void copy(InputStream in, OutputStream out, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = size;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException("the archive ends within a file");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private static String text(byte[] header) {
    int end = 0;
    while (end < NAME_LENGTH && header[end] != 0) {
      end++;
    }
    return new String(header, 0, end, StandardCharsets.UTF_8);
  }

  private static long octal(byte[] header) throws IOException {
    String digits =
        new String(header, SIZE_OFFSET, SIZE_LENGTH, StandardCharsets.US_ASCII)
            .replace('\0', ' ')
            .strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new IOException("the archive has a header that is not ustar", e);
    }
  }
}
