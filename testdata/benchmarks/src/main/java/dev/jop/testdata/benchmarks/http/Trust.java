package dev.jop.testdata.benchmarks.http;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The trust in one authority, as the other clients take it.
 *
 * @param context TLS by it
 * @param manager the trust itself
 */
record Trust(SSLContext context, X509TrustManager manager) {

  static Trust in(Path authority) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(authority)) {
      store.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManager[] managers = factory.getTrustManagers();
    context.init(null, managers, null);
    return new Trust(context, (X509TrustManager) managers[0]);
  }
}
