package dev.jop.runtime.testing;

import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.bouncycastle.asn1.x509.GeneralName;
import org.jspecify.annotations.Nullable;

/** Makes TLS for servers of tests. */
public final class ServerTls {

  private ServerTls() {}

  /** With a certificate for localhost. */
  public static SSLContext by(Authority authority) throws Exception {
    return by(authority, new GeneralName(GeneralName.dNSName, "localhost"));
  }

  /** With a certificate for these names, or for none but the common name {@code localhost}. */
  public static SSLContext by(Authority authority, GeneralName... names) throws Exception {
    KeyPair keys = Authority.keys("EC", 256);
    return of(keys, null, authority.sign("localhost", keys, names), authority.certificate());
  }

  /**
   * With a certificate and those behind it.
   *
   * @param trust whom it trusts, null for the JVM's authorities
   */
  public static SSLContext of(
      KeyPair keys, TrustManager @Nullable [] trust, X509Certificate... chain) throws Exception {
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry("own", keys.getPrivate(), new char[0], (Certificate[]) chain);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(own, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), trust, null);
    return context;
  }
}
