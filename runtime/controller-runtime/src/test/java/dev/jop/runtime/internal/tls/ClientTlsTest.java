package dev.jop.runtime.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.ConfigException;
import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import dev.jop.runtime.internal.http.HttpClient;
import dev.jop.runtime.internal.http.HttpRequest;
import dev.jop.runtime.internal.http.HttpResponse;
import dev.jop.runtime.internal.http.TimeLimit;
import dev.jop.runtime.testing.Authority;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ClientConfigs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a configuration trusts and shows, to a server that asks for certificates. */
class ClientTlsTest {

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
    "TLSv1.2, RSA, 2048",
    "TLSv1.3, RSA, 2048",
    "TLSv1.2, EC, 256",
    "TLSv1.3, EC, 384",
    "TLSv1.3, EC, 521",
    "TLSv1.2, Ed25519, 255",
    "TLSv1.3, Ed25519, 255"
  })
  void showsTheCertificateWhateverAuthorityIsAskedFor(String tls, String algorithm, int size)
      throws Exception {
    KeyPair keys = Authority.keys(algorithm, size);
    X509Certificate certificate = ours.sign("client", keys);
    server.speak(tls);

    get(showing(Authority.pem(certificate), key(keys)));

    assertThat(server.shown()).containsExactly(certificate);
  }

  @Test
  void showsThoseWhoSignedItBehindTheCertificate() throws Exception {
    Authority between = ours.below("between");
    KeyPair keys = Authority.keys("EC", 256);
    X509Certificate certificate = between.sign("client", keys);

    get(showing(Authority.pem(certificate) + between.pem(), key(keys)));

    assertThat(server.shown()).containsExactly(certificate, between.certificate());
  }

  /** As a kubelet writes it. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void findsCertificateAndKeyInOneFile(boolean keyFirst) throws Exception {
    KeyPair keys = Authority.keys("EC", 256);
    X509Certificate certificate = ours.sign("client", keys);
    String pem = Authority.pem(certificate);
    PemSource file =
        file("kubelet-client-current.pem", keyFirst ? key(keys) + pem : pem + key(keys));

    get(tls(data(ours.pem()), file, file));

    assertThat(server.shown()).containsExactly(certificate);
  }

  @Test
  void trustsEachAuthorityOfABundleWhateverStandsBetweenThem() throws Exception {
    String between = "\n# 0 - it's ours\nsubject=CN = ours\n\n";
    String bundle = other.pem() + between + key(other.keys()) + between + ours.pem() + between;

    get(ClientConfigs.tls(bundle));
    get(ClientConfigs.tls(bundle.replace("\n", "\r\n")));
    get(ClientConfigs.tls("0 is the first" + between + ours.pem()));
    get(ClientConfigs.tls("\ufeff" + ours.pem()));
  }

  /** As client-go does. */
  @Test
  void passesOverABrokenAuthorityBesideAGoodOne() throws Exception {
    String broken = other.pem().replaceFirst("MII", "AII");

    get(ClientConfigs.tls(broken + ours.pem()));
    assertThatThrownBy(() -> get(ClientConfigs.tls(broken)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("authority holds no certificate that can be read");
  }

  @Test
  void trustsNobodyButTheAuthorityThatIsNamed() {
    assertThatThrownBy(() -> get(ClientConfigs.tls(other.pem())))
        .hasCauseInstanceOf(SSLException.class)
        .hasMessageContaining("signed by CN=ours, is not from an authority of authority");
    assertThatThrownBy(() -> get(TlsConfig.defaults()))
        .hasCauseInstanceOf(SSLException.class)
        .hasMessageContaining("is not from an authority of the JVM's trust store");
  }

  @Test
  void trustsAnybodyIfItIsNotToVerify() throws Exception {
    get(new TlsConfig(PemSource.NONE, "", true, PemSource.NONE, PemSource.NONE));
    get(new TlsConfig(PemSource.NONE, "elsewhere", true, PemSource.NONE, PemSource.NONE));

    assertThatThrownBy(
            () -> get(new TlsConfig(data(ours.pem()), "", true, PemSource.NONE, PemSource.NONE)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("an authority is named, data, and TLS is not to be verified");
  }

  @Test
  void saysWhatIsWrongWithAnAuthority() throws Exception {
    Path missing = folder.resolve("missing.crt");
    assertThatThrownBy(() -> get(ClientConfigs.tls("")))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("authority holds no certificate: ");
    assertThatThrownBy(() -> get(tls(new PemSource.File(missing), PemSource.NONE, PemSource.NONE)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("there is no file " + missing);
    assertThatThrownBy(() -> get(tls(file("empty.crt", ""), PemSource.NONE, PemSource.NONE)))
        .hasMessage(folder.resolve("empty.crt") + " is empty");
    assertThatThrownBy(() -> get(tls(new PemSource.File(folder), PemSource.NONE, PemSource.NONE)))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(folder + " cannot be read: ");
  }

  @Test
  void saysWhatIsWrongWithACertificateAndItsKey() throws Exception {
    KeyPair keys = Authority.keys("EC", 256);
    String certificate = Authority.pem(ours.sign("client", keys));
    PemSource fitting = file("c.crt", certificate);
    String where = folder.resolve("c.crt").toString();

    assertThatThrownBy(() -> get(tls(PemSource.NONE, fitting, PemSource.NONE)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("there is a client certificate, " + where + ", but no key for it");
    assertThatThrownBy(() -> get(tls(PemSource.NONE, PemSource.NONE, data(key(keys)))))
        .hasMessage("there is a client key, data, but no certificate for it");
    for (KeyPair another :
        List.of(
            Authority.keys("EC", 256), Authority.keys("EC", 384), Authority.keys("RSA", 2048))) {
      assertThatThrownBy(() -> get(tls(PemSource.NONE, fitting, data(key(another)))))
          .isInstanceOf(ConfigException.class)
          .hasMessage(
              "data is not the key of the certificate in " + where + ", which is CN=client");
    }
    assertThatThrownBy(() -> get(tls(PemSource.NONE, data(key(keys)), fitting)))
        .hasMessage(
            "data holds no certificate, but a private key: were certificate and key mixed up?");
    assertThatThrownBy(
            () -> get(tls(PemSource.NONE, data(ours.pem() + certificate), data(key(keys)))))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(
            "data is in the wrong order: the client's own certificate, CN=client, must come first");
  }

  @Test
  void usesNoConnectionThatWasMadeWithFilesFromBefore() throws Exception {
    KeyPair first = Authority.keys("EC", 256);
    KeyPair second = Authority.keys("EC", 256);
    X509Certificate next = ours.sign("second", second);
    PemSource certificate = file("tls.crt", Authority.pem(ours.sign("first", first)));
    PemSource key = file("tls.key", key(first));
    try (HttpClient http =
        HttpClient.create(
            ClientConfigs.at(server.url()).withTls(tls(data(ours.pem()), certificate, key)))) {
      get(http);
      file("tls.key", key(second));
      file("tls.crt", Authority.pem(next));

      Await.until(
          "the new certificate is shown",
          () -> {
            get(http);
            return server.shown().equals(List.of(next));
          });
    }
  }

  @Test
  void refusesACertificateThatIsOver() throws Exception {
    KeyPair keys = Authority.keys("EC", 256);
    try (AskingServer late =
        new AskingServer(keys, ours.signExpired("late", keys), other.certificate())) {
      assertThatThrownBy(() -> get(ClientConfigs.trusting(late.url(), ours)))
          .hasCauseInstanceOf(SSLException.class)
          .hasMessageContaining("a certificate of the server is not valid now: NotAfter");
    }
  }

  @Test
  void refusesAnotherNameThanThatOfTheAddress() throws Exception {
    String byAddress = server.url().replace("localhost", "127.0.0.1");
    ClientConfig config = ClientConfigs.trusting(byAddress, ours);

    assertThatThrownBy(() -> get(config))
        .hasCauseInstanceOf(SSLException.class)
        .hasMessageContaining("is for no IP address, not for 127.0.0.1");
    get(
        config.withTls(
            new TlsConfig(data(ours.pem()), "localhost", false, PemSource.NONE, PemSource.NONE)));
  }

  private TlsConfig showing(String certificates, String key) throws Exception {
    return tls(data(ours.pem()), data(certificates), data(key));
  }

  private static TlsConfig tls(PemSource authority, PemSource certificate, PemSource key) {
    return new TlsConfig(authority, "", false, certificate, key);
  }

  private static PemSource data(String pem) {
    return new PemSource.Data(pem, "data");
  }

  private PemSource file(String name, String content) throws IOException {
    return new PemSource.File(Files.writeString(folder.resolve(name), content));
  }

  private static String key(KeyPair keys) {
    return Authority.pem("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  private void get(TlsConfig tls) throws IOException {
    get(ClientConfigs.at(server.url()).withTls(tls));
  }

  private static void get(ClientConfig config) throws IOException {
    try (HttpClient http = HttpClient.create(config)) {
      get(http);
    }
  }

  private static void get(HttpClient http) {
    TimeLimit limit = TimeLimit.of(Duration.ofSeconds(30));
    try {
      HttpResponse response = http.send(HttpRequest.get("/", List.of(), limit));
      assertThat(new String(response.body().readAll(limit, 100), StandardCharsets.US_ASCII))
          .isEqualTo("ok");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
