package dev.jop.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateKeysTest {

  @ParameterizedTest
  @CsvSource({
    "RSA, 2048, SHA256withRSA",
    "RSA, 4096, SHA256withRSA",
    "EC, 256, SHA256withECDSA",
    "EC, 384, SHA256withECDSA",
    "EC, 521, SHA256withECDSA",
    "Ed25519, 255, EdDSA"
  })
  void readsWhatSaysItselfWhatItIs(String algorithm, int size, String signature) throws Exception {
    KeyPair pair = pair(algorithm, size);

    PrivateKey key =
        PrivateKeys.read(pem("PRIVATE KEY", pair.getPrivate().getEncoded())).orElseThrow();

    assertThat(signs(key, pair, signature)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, 1024, SHA256withRSA",
    "RSA, 2048, SHA256withRSA",
    "RSA, 4096, SHA256withRSA",
    "EC, 256, SHA256withECDSA",
    "EC, 384, SHA256withECDSA",
    "EC, 521, SHA256withECDSA"
  })
  void readsTheOlderForms(String algorithm, int size, String signature) throws Exception {
    KeyPair pair = pairOfOlderForm(algorithm, size);
    String pem = olderForm(pair);
    assertThat(pem).startsWith("-----BEGIN " + algorithm + " PRIVATE KEY-----");

    assertThat(signs(PrivateKeys.read(pem).orElseThrow(), pair, signature)).isTrue();
  }

  @Test
  void readsAKeyBehindOtherBlocks() throws Exception {
    KeyPair pair = pairOfOlderForm("EC", 256);
    String pem = pem("EC PARAMETERS", new byte[] {6, 1, 2}) + olderForm(pair);

    assertThat(signs(PrivateKeys.read(pem).orElseThrow(), pair, "SHA256withECDSA")).isTrue();
  }

  @Test
  void leavesAKeyUnderAPassPhraseToOthers() throws Exception {
    assertThat(PrivateKeys.read(pem("ENCRYPTED PRIVATE KEY", new byte[10]))).isEmpty();
    assertThat(
            PrivateKeys.read(
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA"
                    + " PRIVATE KEY-----\n"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"})
  void refusesWhatIsNoKey(String name) {
    assertThatThrownBy(() -> PrivateKeys.read(pem(name, new byte[] {0x30, 3, 2, 1, 0})))
        .isInstanceOf(GeneralSecurityException.class);
  }

  /** As the JDK makes it. */
  private static KeyPair pair(String algorithm, int size) throws GeneralSecurityException {
    return pair(KeyPairGenerator.getInstance(algorithm), size);
  }

  /** A pair whose private key can be written in the older form: it knows its curve. */
  private static KeyPair pairOfOlderForm(String algorithm, int size)
      throws GeneralSecurityException {
    return pair(KeyPairGenerator.getInstance(algorithm, new BouncyCastleProvider()), size);
  }

  private static KeyPair pair(KeyPairGenerator generator, int size) {
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  private static String pem(String name, byte[] der) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(name, Base64.getMimeEncoder().encodeToString(der));
  }

  private static String olderForm(KeyPair pair) throws IOException {
    StringWriter pem = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
      writer.writeObject(pair.getPrivate());
    }
    return pem.toString();
  }

  private static boolean signs(PrivateKey key, KeyPair pair, String algorithm)
      throws GeneralSecurityException {
    byte[] text = {1, 2, 3};
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(pair.getPublic());
    signature.update(text);
    return signature.verify(signed);
  }
}
