package dev.jop.runtime.http;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs certificates.
 *
 * @param keys its keys
 * @param certificate its own certificate
 */
record Authority(KeyPair keys, X509Certificate certificate) {

  private static final AtomicLong NUMBERS = new AtomicLong(1);

  /** One that is above all. */
  static Authority root(String name) throws Exception {
    KeyPair keys = keys("EC", 256);
    return new Authority(keys, sign(name, keys, name, keys, true));
  }

  /** One that this one answers for. */
  Authority below(String name) throws Exception {
    KeyPair keys = keys("EC", 256);
    return new Authority(keys, sign(name, keys, name(), this.keys, true));
  }

  /** A certificate for the bearer of keys, who may be asked for as localhost. */
  X509Certificate sign(String name, KeyPair keys) throws Exception {
    return sign(name, keys, name(), this.keys, false);
  }

  static KeyPair keys(String algorithm, int size) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  /** A block of PEM. */
  static String pem(String what, byte[] der) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
  }

  static String pem(X509Certificate certificate) throws Exception {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  String pem() throws Exception {
    return pem(certificate);
  }

  private String name() {
    return certificate.getSubjectX500Principal().getName().substring(3);
  }

  private static X509Certificate sign(
      String name, KeyPair keys, String issuer, KeyPair issuerKeys, boolean authority)
      throws Exception {
    Instant now = Instant.now();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=" + issuer),
            BigInteger.valueOf(NUMBERS.getAndIncrement()),
            Date.from(now.minus(Duration.ofMinutes(5))),
            Date.from(now.plus(Duration.ofHours(1))),
            new X500Name("CN=" + name),
            keys.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
  }
}
