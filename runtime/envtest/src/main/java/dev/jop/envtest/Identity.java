package dev.jop.envtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;

/** A certificate with its keys. */
record Identity(X509Certificate certificate, EcKeys keys) {

  static Identity parse(String certificatePem, String keyPem) {
    try {
      X509CertificateHolder holder = Pem.parse(certificatePem, X509CertificateHolder.class);
      return new Identity(
          new JcaX509CertificateConverter().getCertificate(holder), EcKeys.parse(keyPem));
    } catch (IOException e) {
      throw new UncheckedIOException("can't read a certificate", e);
    } catch (GeneralSecurityException e) {
      throw new EnvironmentException("can't read a certificate: " + e.getMessage(), e);
    }
  }

  String certificatePem() {
    try {
      return Pem.text("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new EnvironmentException("can't encode a certificate: " + e.getMessage(), e);
    }
  }

  String keyPem() {
    return keys.privateKeyPem();
  }
}
