package dev.jop.envtest.assets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** Writes small tar.gz archives of executable text files. */
final class TestArchive {
  private static final int BLOCK = 512;
  private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

  /** An archive as the official ones are. */
  static byte[] official() throws IOException {
    return new TestArchive()
        .add("controller-tools/envtest/", '5', "")
        .add("controller-tools/envtest/etcd", '0', "the etcd")
        .add("controller-tools/envtest/kube-apiserver", '0', "x".repeat(1500))
        .add("controller-tools/envtest/kubectl", '0', "the kubectl")
        .gzip();
  }

  TestArchive add(String path, char type, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[BLOCK];
    put(header, 0, path);
    put(header, 100, "0000755");
    put(header, 124, "%011o".formatted(bytes.length));
    header[156] = (byte) type;
    put(header, 257, "ustar");
    tar.write(header);
    tar.write(bytes);
    tar.write(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
    return this;
  }

  private static void put(byte[] header, int offset, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, offset, bytes.length);
  }

  byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(tar.toByteArray());
      zip.write(new byte[2 * BLOCK]);
    }
    return out.toByteArray();
  }

  static String sha512(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
  }
}
