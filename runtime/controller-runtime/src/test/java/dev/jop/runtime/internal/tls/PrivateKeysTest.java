package dev.jop.runtime.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ConfigException;
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
import org.junit.jupiter.params.provider.ValueSource;

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
        PrivateKeys.read(pem("PRIVATE KEY", pair.getPrivate().getEncoded()), "key.pem");

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

    assertThat(signs(PrivateKeys.read(pem, "key.pem"), pair, signature)).isTrue();
  }

  @Test
  void readsAKeyBehindOtherBlocks() throws Exception {
    KeyPair pair = pairOfOlderForm("EC", 256);
    String pem = pem("EC PARAMETERS", new byte[] {6, 1, 2}) + olderForm(pair);

    assertThat(signs(PrivateKeys.read(pem, "key.pem"), pair, "SHA256withECDSA")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
        """
        -----BEGIN RSA PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        DEK-Info: AES-256-CBC,00

        AAAA
        -----END RSA PRIVATE KEY-----
        """
      })
  void saysThatAKeyIsUnderAPassPhrase(String pem) {
    assertThatThrownBy(() -> PrivateKeys.read(pem, "/etc/key.pem"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("/etc/key.pem holds a private key under a pass phrase");
  }

  @ParameterizedTest
  @CsvSource({"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"})
  void refusesWhatIsNoKey(String name) {
    assertThatThrownBy(() -> PrivateKeys.read(pem(name, new byte[] {0x30, 3, 2, 1, 0}), "/k.pem"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("/k.pem holds a private key that cannot be read: ");
  }

  @Test
  void saysWhatIsThereInsteadOfAKey() {
    assertThatThrownBy(() -> PrivateKeys.read("", "/k.pem"))
        .hasMessageStartingWith("/k.pem holds no private key: it must be one in PEM");
    assertThatThrownBy(() -> PrivateKeys.read(pem("CERTIFICATE", new byte[10]), "/k.pem"))
        .hasMessageStartingWith("/k.pem holds no private key, but a certificate");
    assertThatThrownBy(
            () ->
                PrivateKeys.read(
                    "-----BEGIN PRIVATE KEY-----\n!!\n-----END PRIVATE KEY-----\n", "/k.pem"))
        .hasMessageEndingWith("the block PRIVATE KEY is not base64");
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
