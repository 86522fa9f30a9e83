package dev.jop.runtime.internal.tls;

import dev.jop.runtime.config.ConfigException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes what a client shows of itself: a certificate, those behind it, and the first one's key. */
final class KeyPairs {

  private static final Logger LOG = LoggerFactory.getLogger(ClientTls.class);

  private KeyPairs() {}

  /**
   * Puts certificate and key together.
   *
   * @throws ConfigException if either cannot be used, or they do not belong together
   */
  static ClientCertificate of(
      String certificatePem, String certificateSource, String keyPem, String keySource) {
    List<X509Certificate> chain = Certificates.chain(certificatePem, certificateSource);
    PrivateKey key = PrivateKeys.read(keyPem, keySource);
    if (!fits(key, chain.get(0))) {
      for (X509Certificate behind : chain) {
        if (fits(key, behind)) {
          throw new ConfigException(
              certificateSource
                  + " is in the wrong order: the client's own certificate, "
                  + behind.getSubjectX500Principal()
                  + ", must come first, and those of its issuers behind it");
        }
      }
      throw new ConfigException(
          keySource
              + " is not the key of the certificate in "
              + certificateSource
              + ", which is "
              + chain.get(0).getSubjectX500Principal());
    }
    for (int i = 1; i < chain.size(); i++) {
      if (!chain
          .get(i - 1)
          .getIssuerX500Principal()
          .equals(chain.get(i).getSubjectX500Principal())) {
        LOG.warn(
            "{}: certificate {} did not sign the one before it; servers may refuse such a chain",
            certificateSource,
            i + 1);
      }
    }
    return new ClientCertificate(key, chain.toArray(new X509Certificate[0]));
  }

  private static boolean fits(PrivateKey key, X509Certificate certificate) {
    PublicKey other = certificate.getPublicKey();
    if (key instanceof RSAPrivateKey mine && other instanceof RSAPublicKey theirs) {
      return mine.getModulus().equals(theirs.getModulus());
    }
    try {
      Signature signature =
          Signature.getInstance(
              key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : key.getAlgorithm());
      byte[] text = {1};
      signature.initSign(key);
      signature.update(text);
      byte[] signed = signature.sign();
      signature.initVerify(other);
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // of another algorithm or curve
    }
  }
}
