package dev.jop.runtime.internal.tls;

import dev.jop.runtime.config.ConfigException;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * Reads private keys in PEM: those that say themselves what they are (PKCS #8), and the older forms
 * for RSA (PKCS #1) and elliptic curves (SEC 1), which are put into the first.
 */
public final class PrivateKeys {

  private static final String[] ALGORITHMS = {"RSA", "EC", "EdDSA"};

  private static final byte[] VERSION = der(0x02, new byte[] {0});
  private static final byte[] RSA =
      der(
          0x30,
          der(0x06, new byte[] {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1}),
          der(0x05));
  private static final byte[] EC =
      der(0x06, new byte[] {0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1});

  private PrivateKeys() {}

  /**
   * Reads the first private key.
   *
   * @param source where it comes from, for messages
   * @throws ConfigException if there is none, or one that cannot be used
   */
  public static PrivateKey read(String pem, String source) {
    for (PemBlock block : PemBlock.read(pem)) {
      if (block.type().equals("PRIVATE KEY") || block.type().endsWith(" PRIVATE KEY")) {
        return read(block, source);
      }
    }
    throw new ConfigException(
        source
            + " holds no private key"
            + (pem.contains("-----BEGIN CERTIFICATE-----")
                ? ", but a certificate: were certificate and key mixed up?"
                : ": it must be one in PEM, -----BEGIN PRIVATE KEY-----"));
  }

  private static PrivateKey read(PemBlock block, String source) {
    if (block.type().startsWith("ENCRYPTED ") || block.headers().contains("ENCRYPTED")) {
      throw new ConfigException(
          source
              + " holds a private key under a pass phrase, which nobody can be asked for: write it"
              + " without one, with openssl pkey -in … -out …");
    }
    try {
      return switch (block.type()) {
        case "RSA PRIVATE KEY" -> key("RSA", der(0x30, VERSION, RSA, der(0x04, block.der())));
        case "EC PRIVATE KEY" -> key("EC", ofCurve(block.der()));
        default -> key(block.der());
      };
    } catch (GeneralSecurityException e) {
      throw new ConfigException(
          source + " holds a private key that cannot be read: " + e.getMessage(), e);
    }
  }

  private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
    for (String algorithm : ALGORITHMS) {
      try {
        return key(algorithm, pkcs8);
      } catch (InvalidKeySpecException e) {
        // of another algorithm
      }
    }
    throw new InvalidKeySpecException("it is neither RSA, EC nor EdDSA");
  }

  private static PrivateKey key(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /** SEC 1 names the curve inside of the key, behind version and number; PKCS #8 beside it. */
  private static byte[] ofCurve(byte[] sec1) throws InvalidKeySpecException {
    ByteBuffer in = ByteBuffer.wrap(sec1);
    try {
      enter(in, 0x30);
      in.get(new byte[enter(in, 0x02)]);
      in.get(new byte[enter(in, 0x04)]);
      byte[] curve = new byte[enter(in, 0xa0)];
      in.get(curve);
      return der(0x30, VERSION, der(0x30, EC, curve), der(0x04, sec1));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new InvalidKeySpecException("it does not name its curve", e);
    }
  }

  /** Steps over tag and length of a value, and gives the length; none here comes to 65,536. */
  private static int enter(ByteBuffer in, int tag) {
    if ((in.get() & 0xff) != tag) {
      throw new IllegalArgumentException("another tag");
    }
    int length = in.get() & 0xff;
    return switch (length) {
      case 0x81 -> in.get() & 0xff;
      case 0x82 -> in.getShort() & 0xffff;
      default -> length;
    };
  }

  /** A value of ASN.1: its tag, its length, and what is in it. */
  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    int length = content.size();
    ByteArrayOutputStream value = new ByteArrayOutputStream(length + 4);
    value.write(tag);
    if (length >= 0x100) {
      value.write(0x82);
      value.write(length >> 8);
    } else if (length >= 0x80) {
      value.write(0x81);
    }
    value.write(length);
    value.writeBytes(content.toByteArray());
    return value.toByteArray();
  }
}
