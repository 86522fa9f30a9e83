package dev.jop.envtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The authority of one control plane: it signs the API server's certificate and those of users.
 *
 * <p>Made anew for each control plane, valid for a year, never trusted by anything else.
 */
final class CertificateAuthority {
  private static final Duration VALIDITY = Duration.ofDays(365);
  private static final Duration CLOCK_SKEW = Duration.ofHours(1);
  private static final X500Name NAME = new X500Name("CN=jop-envtest");

  private final Identity identity;
  private final Clock clock;

  private CertificateAuthority(Identity identity, Clock clock) {
    this.identity = identity;
    this.clock = clock;
  }

  static CertificateAuthority create(Clock clock) {
    EcKeys keys = EcKeys.generate();
    X509Certificate certificate =
        sign(
            keys.privateKey(),
            builder(NAME, keys, clock),
            new Purpose(
                new BasicConstraints(true),
                KeyUsage.keyCertSign | KeyUsage.digitalSignature,
                List.of(),
                List.of()));
    return new CertificateAuthority(new Identity(certificate, keys), clock);
  }

  /** The authority that another process created, from its certificate and key in PEM. */
  static CertificateAuthority restore(String certificatePem, String keyPem, Clock clock) {
    return new CertificateAuthority(Identity.parse(certificatePem, keyPem), clock);
  }

  Identity identity() {
    return identity;
  }

  String certificatePem() {
    return identity.certificatePem();
  }

  /** Signs a certificate for a server that is reached by these host names and addresses. */
  Identity server(List<GeneralName> names) {
    return issue(
        new X500Name("CN=kube-apiserver"),
        new Purpose(
            new BasicConstraints(false),
            KeyUsage.digitalSignature,
            List.of(KeyPurposeId.id_kp_serverAuth),
            names));
  }

  /** Signs a certificate that the API server reads as this user in these groups. */
  Identity user(String name, List<String> groups) {
    X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
    groups.forEach(group -> subject.addRDN(BCStyle.O, group));
    subject.addRDN(BCStyle.CN, name);
    return issue(
        subject.build(),
        new Purpose(
            new BasicConstraints(false),
            KeyUsage.digitalSignature,
            List.of(KeyPurposeId.id_kp_clientAuth),
            List.of()));
  }

  private record Purpose(
      BasicConstraints constraints,
      int usage,
      List<KeyPurposeId> extendedUsage,
      List<GeneralName> names) {}

  private Identity issue(X500Name subject, Purpose purpose) {
    EcKeys keys = EcKeys.generate();
    return new Identity(
        sign(identity.keys().privateKey(), builder(subject, keys, clock), purpose), keys);
  }

  private static X509v3CertificateBuilder builder(X500Name subject, EcKeys keys, Clock clock) {
    Instant now = clock.instant();
    return new JcaX509v3CertificateBuilder(
        NAME,
        new BigInteger(120, new SecureRandom()).setBit(120),
        Date.from(now.minus(CLOCK_SKEW)),
        Date.from(now.plus(VALIDITY)),
        subject,
        keys.publicKey());
  }

  private static X509Certificate sign(
      PrivateKey key, X509v3CertificateBuilder builder, Purpose purpose) {
    try {
      builder.addExtension(Extension.basicConstraints, true, purpose.constraints());
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(purpose.usage()));
      if (!purpose.extendedUsage().isEmpty()) {
        KeyPurposeId[] usages = purpose.extendedUsage().toArray(KeyPurposeId[]::new);
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(usages));
      }
      if (!purpose.names().isEmpty()) {
        GeneralName[] names = purpose.names().toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
      }
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OperatorCreationException | GeneralSecurityException e) {
      throw new EnvironmentException("can't sign a certificate: " + e.getMessage(), e);
    }
  }
}
