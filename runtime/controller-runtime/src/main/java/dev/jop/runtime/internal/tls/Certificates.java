package dev.jop.runtime.internal.tls;

import dev.jop.runtime.config.ConfigException;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads certificates in PEM. */
public final class Certificates {

  private static final Logger LOG = LoggerFactory.getLogger(ClientTls.class);
  private static final String TYPE = "CERTIFICATE";

  private Certificates() {}

  /**
   * Reads the authorities of a bundle. One that is broken is passed over, as by client-go, and
   * logged: a bundle is often put together by others.
   *
   * @param source where it comes from, for messages
   * @throws ConfigException if there is no certificate in it that can be read
   */
  public static List<X509Certificate> authorities(String pem, String source) {
    List<X509Certificate> authorities = new ArrayList<>();
    int number = 0;
    for (PemBlock block : PemBlock.read(pem)) {
      if (isCertificate(block)) {
        number++;
        try {
          authorities.add(certificate(block));
        } catch (GeneralSecurityException e) {
          LOG.warn(
              "certificate {} of {} cannot be read and is passed over: {}",
              number,
              source,
              e.getMessage());
        }
      }
    }
    if (authorities.isEmpty()) {
      throw new ConfigException(
          source
              + (number == 0 ? " holds no certificate" : " holds no certificate that can be read")
              + ": it must be that of the authority which signed the server's, in PEM");
    }
    return authorities;
  }

  /**
   * Reads a certificate and those behind it. A key may stand in the same file, as a kubelet writes
   * it.
   *
   * @param source where it comes from, for messages
   * @throws ConfigException if there is none, or one cannot be read
   */
  public static List<X509Certificate> chain(String pem, String source) {
    List<X509Certificate> chain = new ArrayList<>();
    for (PemBlock block : PemBlock.read(pem)) {
      if (isCertificate(block)) {
        try {
          chain.add(certificate(block));
        } catch (GeneralSecurityException e) {
          throw new ConfigException(
              source + " holds a certificate that cannot be read: " + e.getMessage(), e);
        }
      }
    }
    if (chain.isEmpty()) {
      throw new ConfigException(
          source
              + " holds no certificate"
              + (pem.contains("PRIVATE KEY-----")
                  ? ", but a private key: were certificate and key mixed up?"
                  : ": it must be one in PEM, -----BEGIN CERTIFICATE-----"));
    }
    return chain;
  }

  private static boolean isCertificate(PemBlock block) {
    return block.type().equals(TYPE) && block.headers().isEmpty();
  }

  private static X509Certificate certificate(PemBlock block) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(block.der()));
  }
}
