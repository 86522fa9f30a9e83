package dev.jop.envtest;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.openssl.PEMParser;

/** Text around DER: how Kubernetes' files carry keys and certificates. */
final class Pem {
  private static final Base64.Encoder ENCODER =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private Pem() {}

  static String text(String type, byte[] der) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + ENCODER.encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }

  static <T> T parse(String pem, Class<T> type) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      Object found = parser.readObject();
      if (!type.isInstance(found)) {
        throw new IOException("expected a " + type.getSimpleName() + " in PEM");
      }
      return type.cast(found);
    }
  }
}
