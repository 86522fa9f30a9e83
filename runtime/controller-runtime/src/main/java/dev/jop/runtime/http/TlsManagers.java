package dev.jop.runtime.http;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whom a configuration trusts and what it shows of itself.
 *
 * <p>As for kubectl, a certificate authority that is named is the only one trusted; where none is,
 * the JVM's count. What is not PEM, such as key stores and keys under a pass phrase, and what
 * trusts everybody, is left to fabric8.
 *
 * @param trust whom it trusts, null for those that the JVM trusts
 * @param keys what it shows of itself, null for nothing
 */
@SuppressWarnings("ArrayRecordComponent") // as SSLContext takes them; nobody compares them
record TlsManagers(TrustManager @Nullable [] trust, KeyManager @Nullable [] keys) {

  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

  /**
   * Reads what a configuration names.
   *
   * @throws KubernetesClientException if it cannot be read, with the reason
   */
  static TlsManagers of(Config config) {
    try {
      return new TlsManagers(trust(config), keys(config));
    } catch (NoSuchFileException e) {
      throw new KubernetesClientException("there is no file " + e.getFile(), e);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new KubernetesClientException(
          "a certificate or key cannot be read: " + e.getMessage(), e);
    }
  }

  private static TrustManager @Nullable [] trust(Config config)
      throws IOException, GeneralSecurityException {
    if (config.isTrustCerts() || config.getTrustStoreFile() != null) {
      return SSLUtils.trustManagers(config);
    }
    byte[] pem = pem(config.getCaCertData(), config.getCaCertFile());
    if (pem == null) {
      return null;
    }
    KeyStore authorities = KeyStore.getInstance("PKCS12");
    authorities.load(null, null);
    for (Certificate authority : certificates(pem)) {
      authorities.setCertificateEntry("authority-" + authorities.size(), authority);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return factory.getTrustManagers();
  }

  private static KeyManager @Nullable [] keys(Config config)
      throws IOException, GeneralSecurityException {
    byte[] certificate = pem(config.getClientCertData(), config.getClientCertFile());
    byte[] keyPem = pem(config.getClientKeyData(), config.getClientKeyFile());
    if (certificate != null && keyPem != null) {
      Optional<PrivateKey> key = PrivateKeys.read(new String(keyPem, StandardCharsets.US_ASCII));
      if (key.isPresent()) {
        X509Certificate[] chain = certificates(certificate).toArray(new X509Certificate[0]);
        return new KeyManager[] {new ClientCertificate(key.get(), chain)};
      }
    }
    return SSLUtils.keyManagers(config);
  }

  /** Reads each certificate; a key may stand in the same file, as a kubelet writes it. */
  private static Collection<? extends Certificate> certificates(byte[] pem)
      throws GeneralSecurityException {
    StringBuilder blocks = new StringBuilder();
    Matcher block = CERTIFICATE.matcher(new String(pem, StandardCharsets.US_ASCII));
    while (block.find()) {
      blocks.append(block.group()).append('\n');
    }
    if (blocks.isEmpty()) {
      throw new CertificateException("there is no certificate where one should be");
    }
    byte[] certificates = blocks.toString().getBytes(StandardCharsets.US_ASCII);
    return CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(certificates));
  }

  /** What a kubeconfig holds itself, or else the file that it names; null if neither is there. */
  private static byte @Nullable [] pem(@Nullable String data, @Nullable String file)
      throws IOException {
    if (data != null && !data.isEmpty()) {
      return data.startsWith("-----BEGIN")
          ? data.getBytes(StandardCharsets.US_ASCII)
          : Base64.getMimeDecoder().decode(data);
    }
    return file == null || file.isEmpty() ? null : Files.readAllBytes(Path.of(file));
  }
}
