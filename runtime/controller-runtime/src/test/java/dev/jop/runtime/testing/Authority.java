package dev.jop.runtime.testing;

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
public record Authority(KeyPair keys, X509Certificate certificate) {

  private static final AtomicLong NUMBERS = new AtomicLong(1);

  /** One that is above all. */
  public static Authority root(String name) throws Exception {
    KeyPair keys = keys("EC", 256);
    return new Authority(keys, new Signing(name, keys, name, keys).authority().sign());
  }

  /** One that this one answers for. */
  public Authority below(String name) throws Exception {
    KeyPair keys = keys("EC", 256);
    return new Authority(keys, new Signing(name, keys, name(), this.keys).authority().sign());
  }

  /** A certificate for the bearer of keys, who may be asked for as localhost. */
  public X509Certificate sign(String name, KeyPair keys) throws Exception {
    return sign(name, keys, new GeneralName(GeneralName.dNSName, "localhost"));
  }

  /** A certificate for the bearer of keys, who may be asked for by these names, or by none. */
  public X509Certificate sign(String name, KeyPair keys, GeneralName... names) throws Exception {
    return new Signing(name, keys, name(), this.keys).sign(names);
  }

  /** A certificate that is over since a minute. */
  public X509Certificate signExpired(String name, KeyPair keys) throws Exception {
    return new Signing(name, keys, name(), this.keys)
        .until(Instant.now().minus(Duration.ofMinutes(1)))
        .sign(new GeneralName(GeneralName.dNSName, "localhost"));
  }

  public static KeyPair keys(String algorithm, int size) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    return generator.generateKeyPair();
  }

  /** A block of PEM. */
  public static String pem(String what, byte[] der) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
  }

  public static String pem(X509Certificate certificate) throws Exception {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  public String pem() throws Exception {
    return pem(certificate);
  }

  private String name() {
    return certificate.getSubjectX500Principal().getName().substring(3);
  }

  /** How a certificate is to be. */
  private static final class Signing {

    private final String name;
    private final KeyPair keys;
    private final String issuer;
    private final KeyPair issuerKeys;
    private boolean authority;
    private Instant until = Instant.now().plus(Duration.ofHours(1));

    Signing(String name, KeyPair keys, String issuer, KeyPair issuerKeys) {
      this.name = name;
      this.keys = keys;
      this.issuer = issuer;
      this.issuerKeys = issuerKeys;
    }

    Signing authority() {
      authority = true;
      return this;
    }

    Signing until(Instant until) {
      this.until = until;
      return this;
    }

    X509Certificate sign(GeneralName... names) throws Exception {
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name("CN=" + issuer),
              BigInteger.valueOf(NUMBERS.getAndIncrement()),
              Date.from(Instant.now().minus(Duration.ofDays(1))),
              Date.from(until),
              new X500Name("CN=" + name),
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (names.length > 0) {
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate())));
    }
  }
}
