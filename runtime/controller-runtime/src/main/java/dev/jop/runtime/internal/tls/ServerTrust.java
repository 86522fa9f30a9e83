package dev.jop.runtime.internal.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a server is the one that is meant: an authority that is trusted must have signed
 * its certificate, and it must be for the name.
 */
final class ServerTrust extends X509ExtendedTrustManager {

  private final List<X509ExtendedTrustManager> anyOf;
  private final String name;
  private final String trusted;

  /**
   * Trust in a server.
   *
   * @param anyOf one of these must trust its certificate
   * @param name whom that must be for
   * @param trusted who is trusted, for messages
   */
  private ServerTrust(List<X509ExtendedTrustManager> anyOf, String name, String trusted) {
    this.anyOf = anyOf;
    this.name = name;
    this.trusted = trusted;
  }

  /** Trusts whom these signed for, and nobody else. */
  static ServerTrust in(List<X509Certificate> authorities, String source, String name) {
    return new ServerTrust(List.of(manager(store(authorities))), name, source);
  }

  /** Trusts whom the JVM trusts. */
  static ServerTrust byDefault(String name) {
    return new ServerTrust(List.of(manager(null)), name, "the JVM's trust store");
  }

  /** Trusts whom either signed for. */
  static ServerTrust inOrByDefault(List<X509Certificate> authorities, String source, String name) {
    return new ServerTrust(
        List.of(manager(store(authorities)), manager(null)),
        name,
        source + " or the JVM's trust store");
  }

  private static KeyStore store(List<X509Certificate> authorities) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (X509Certificate authority : authorities) {
        store.setCertificateEntry("authority-" + store.size(), authority);
      }
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this JVM keeps no certificates", e);
    }
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager extended) {
          return extended;
        }
      }
      throw new IllegalStateException("this JVM has no trust managers for X.509");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM cannot check certificates", e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(manager -> manager.checkServerTrusted(chain, type, socket), chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(manager -> manager.checkServerTrusted(chain, type, engine), chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(manager -> manager.checkServerTrusted(chain, type), chain);
  }

  private void check(Check check, X509Certificate[] chain) throws CertificateException {
    CertificateException refusal = null;
    for (X509ExtendedTrustManager manager : anyOf) {
      try {
        check.by(manager);
        refusal = null;
        break;
      } catch (CertificateException e) {
        refusal = e;
      }
    }
    if (refusal != null) {
      throw told(refusal, chain[0]);
    }
    HostNames.verify(chain[0], name);
  }

  /** The same in words that say what to look at. */
  private CertificateException told(CertificateException e, X509Certificate certificate) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return new CertificateException(
            "a certificate of the server is not valid now: " + cause.getMessage(), e);
      }
      if (cause instanceof CertPathBuilderException && cause.getCause() == null) {
        return new CertificateException(
            "the server's certificate, signed by "
                + certificate.getIssuerX500Principal()
                + ", is not from an authority of "
                + trusted,
            e);
      }
    }
    return e;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw noServer();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw noServer();
  }

  private static CertificateException noServer() {
    return new CertificateException("this checks servers only");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return anyOf.stream()
        .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
        .toArray(X509Certificate[]::new);
  }

  /** A check by one of those that may trust. */
  private interface Check {
    void by(X509ExtendedTrustManager manager) throws CertificateException;
  }
}
