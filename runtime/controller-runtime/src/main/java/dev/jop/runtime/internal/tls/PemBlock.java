package dev.jop.runtime.internal.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A block of PEM: what stands between {@code -----BEGIN X-----} and {@code -----END X-----}.
 *
 * @param type what it says that it is, such as {@code CERTIFICATE}
 * @param headers the lines before the data, which only old forms have; empty for none
 * @param base64 the data
 */
record PemBlock(String type, String headers, String base64) {

  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";

  /** All blocks of a text in their order, whatever stands between them. */
  static List<PemBlock> read(String pem) {
    List<PemBlock> blocks = new ArrayList<>();
    int begin = pem.indexOf(BEGIN);
    while (begin >= 0) {
      int from = begin + BEGIN.length();
      int named = pem.indexOf(DASHES, from);
      if (named < 0) {
        break;
      }
      String type = pem.substring(from, named);
      int end = pem.indexOf(DASHES, named + DASHES.length());
      if (end >= 0 && pem.startsWith("-----END " + type + DASHES, end)) {
        blocks.add(of(type, pem.substring(named + DASHES.length(), end)));
      }
      begin = end < 0 ? -1 : pem.indexOf(BEGIN, end);
    }
    return blocks;
  }

  private static PemBlock of(String type, String content) {
    String text = content.replace("\r", "").strip();
    int data = text.indexOf(':') < 0 ? 0 : text.indexOf("\n\n") + 1;
    return new PemBlock(type, text.substring(0, data), text.substring(data));
  }

  /** The data. */
  byte[] der() throws GeneralSecurityException {
    try {
      return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new InvalidKeyException("the block " + type + " is not base64", e);
    }
  }
}
