package dev.jop.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.TlsVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a configuration trusts and shows, to a server that asks for certificates. */
class TlsManagersTest {

  @TempDir private Path folder;
  private Authority ours;
  private Authority other;
  private AskingServer server;

  @BeforeEach
  void listen() throws Exception {
    ours = Authority.root("ours");
    other = Authority.root("other");
    server = new AskingServer(ours, other.certificate());
  }

  @AfterEach
  void close() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "TLS_1_2, RSA, 2048",
    "TLS_1_3, RSA, 2048",
    "TLS_1_2, EC, 256",
    "TLS_1_3, EC, 384",
    "TLS_1_2, Ed25519, 255",
    "TLS_1_3, Ed25519, 255"
  })
  void showsTheCertificateWhateverAuthorityIsAskedFor(TlsVersion tls, String algorithm, int size)
      throws Exception {
    KeyPair keys = Authority.keys(algorithm, size);
    X509Certificate certificate = ours.sign("client", keys);

    get(showing(Authority.pem(certificate), key(keys)).withTlsVersions(tls).build());

    assertThat(server.shown()).containsExactly(certificate);
  }

  @Test
  void showsThoseWhoSignedItBehindTheCertificate() throws Exception {
    Authority between = ours.below("between");
    KeyPair keys = Authority.keys("EC", 256);
    X509Certificate certificate = between.sign("client", keys);

    get(showing(Authority.pem(certificate) + between.pem(), key(keys)).build());

    assertThat(server.shown()).containsExactly(certificate, between.certificate());
  }

  /** As a kubelet writes it. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void findsCertificateAndKeyInOneFile(boolean keyFirst) throws Exception {
    KeyPair keys = Authority.keys("EC", 256);
    X509Certificate certificate = ours.sign("client", keys);
    String pem = Authority.pem(certificate);
    Path file = folder.resolve("kubelet-client-current.pem");
    Files.writeString(file, keyFirst ? key(keys) + pem : pem + key(keys));

    get(
        trusting(ours.pem())
            .withClientCertFile(file.toString())
            .withClientKeyFile(file.toString())
            .build());

    assertThat(server.shown()).containsExactly(certificate);
  }

  @Test
  void trustsEachAuthorityOfABundleWhateverStandsBetweenThem() throws Exception {
    String between = "\n# 0 - it's ours\nsubject=CN = ours\n\n";
    String bundle = other.pem() + between + key(other.keys()) + between + ours.pem() + between;

    get(trusting(bundle).build());
    get(trusting(bundle.replace("\n", "\r\n")).build());
    get(trusting("0 is the first" + between + ours.pem()).build());
    get(trusting("\ufeff" + ours.pem()).build());
  }

  @Test
  void readsDataWithAndWithoutBreaksOfLines() throws Exception {
    byte[] pem = ours.pem().getBytes(StandardCharsets.US_ASCII);

    get(config().withCaCertData(Base64.getEncoder().encodeToString(pem)).build());
    get(config().withCaCertData(Base64.getMimeEncoder().encodeToString(pem) + "\n").build());
    get(config().withCaCertData(ours.pem()).build());
  }

  @Test
  void trustsNobodyButTheAuthorityThatIsNamed() throws Exception {
    Config config = trusting(other.pem()).build();

    assertThatThrownBy(() -> get(config)).hasCauseInstanceOf(SSLException.class);
  }

  @Test
  void refusesABundleWithoutACertificate() {
    Config config =
        trusting(Authority.pem("PUBLIC KEY", other.keys().getPublic().getEncoded())).build();

    assertThatThrownBy(() -> HttpClients.create(config))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("no certificate");
  }

  @Test
  void refusesAnotherNameUnlessNothingIsToBeChecked() throws Exception {
    String byAddress = server.url().replace("localhost", "127.0.0.1");

    assertThatThrownBy(() -> get(trusting(ours.pem()).withMasterUrl(byAddress).build()))
        .hasCauseInstanceOf(SSLException.class);
    get(
        config()
            .withMasterUrl(byAddress)
            .withTrustCerts(true)
            .withDisableHostnameVerification(true)
            .build());
  }

  private ConfigBuilder showing(String certificates, String key) throws Exception {
    return trusting(ours.pem()).withClientCertData(data(certificates)).withClientKeyData(data(key));
  }

  private ConfigBuilder trusting(String pem) {
    return config().withCaCertData(data(pem));
  }

  private ConfigBuilder config() {
    return new ConfigBuilder(Config.empty()).withMasterUrl(server.url());
  }

  private static String data(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8));
  }

  private static String key(KeyPair keys) {
    return Authority.pem("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  private static void get(Config config) throws Exception {
    try (HttpClient http = HttpClients.create(config)) {
      assertThat(
              http.sendAsync(
                      http.newHttpRequestBuilder().uri(config.getMasterUrl()).build(), String.class)
                  .get()
                  .body())
          .isEqualTo("ok");
    }
  }
}
