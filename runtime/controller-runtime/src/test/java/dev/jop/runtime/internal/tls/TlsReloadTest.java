package dev.jop.runtime.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import dev.jop.runtime.testing.Authority;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that change, and what a credential plugin brings. */
class TlsReloadTest {

  @TempDir private Path folder;
  private final AtomicLong nanoTime = new AtomicLong();
  private final AtomicReference<Optional<ClientIdentity>> brought =
      new AtomicReference<>(Optional.empty());
  private Authority ours;
  private AskingServer server;

  @BeforeEach
  void listen() throws Exception {
    ours = Authority.root("ours");
    server = new AskingServer(ours, ours.certificate());
    write("ca.crt", ours.pem());
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void readsFilesAgainAfterASecond() throws Exception {
    Certificate first = writeClient("first");
    ClientTls tls = tls();
    TlsSetup before = tls.current();
    Certificate second = writeClient("second");

    assertThat(tls.current()).as("a second has not passed").isSameAs(before);
    assertThat(shownBy(before)).isEqualTo(first);
    pass(Duration.ofSeconds(1));
    TlsSetup after = tls.current();
    assertThat(after).isNotSameAs(before);
    assertThat(shownBy(after)).isEqualTo(second);
    pass(Duration.ofSeconds(1));
    assertThat(tls.current()).as("nothing changed").isSameAs(after);
  }

  @Test
  void trustsAnotherAuthorityWhenItsFileChanges() throws Exception {
    writeClient("client");
    ClientTls tls = tls();
    greet(tls.current());
    write("ca.crt", Authority.root("other").pem());
    pass(Duration.ofSeconds(1));
    TlsSetup other = tls.current();

    assertThatThrownBy(() -> greet(other)).isInstanceOf(SSLException.class);
    write("ca.crt", ours.pem());
    pass(Duration.ofSeconds(1));
    greet(tls.current());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca.crt", "tls.crt", "tls.key"})
  void keepsTheLastGoodValueWhileAFileIsOfNoUse(String name) throws Exception {
    Certificate shown = writeClient("client");
    ClientTls tls = tls();
    TlsSetup before = tls.current();
    for (String bad :
        new String[] {
          "", "nonsense", "-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----\n"
        }) {
      write(name, bad);
      pass(Duration.ofSeconds(1));
      assertThat(tls.current()).as("%s: %s", name, bad).isSameAs(before);
    }
    Files.delete(folder.resolve(name));
    pass(Duration.ofSeconds(1));
    assertThat(tls.current()).isSameAs(before);
    assertThat(shownBy(before)).isEqualTo(shown);

    write("ca.crt", ours.pem());
    Certificate mended = writeClient("mended");
    pass(Duration.ofSeconds(1));
    assertThat(shownBy(tls.current())).isEqualTo(mended);
  }

  @Test
  void takesNoCertificateWhoseKeyHasNotComeYet() throws Exception {
    Certificate first = writeClient("first");
    ClientTls tls = tls();
    KeyPair keys = Authority.keys("EC", 256);
    X509Certificate second = ours.sign("second", keys);
    write("tls.crt", Authority.pem(second));
    pass(Duration.ofSeconds(1));
    assertThat(shownBy(tls.current())).isEqualTo(first);

    write("tls.key", key(keys));
    pass(Duration.ofSeconds(1));
    assertThat(shownBy(tls.current())).isEqualTo(second);
  }

  @Test
  void showsWhatAPluginBringsAtOnceAndInPlaceOfTheFiles() throws Exception {
    Certificate own = writeClient("own");
    ClientTls tls = tls();
    KeyPair keys = Authority.keys("EC", 256);
    X509Certificate certificate = ours.sign("plugin", keys);
    brought.set(Optional.of(new ClientIdentity(Authority.pem(certificate), key(keys))));
    TlsSetup first = tls.current();
    assertThat(shownBy(first)).isEqualTo(certificate);

    brought.set(Optional.of(new ClientIdentity("nonsense", key(keys))));
    assertThat(tls.current()).as("it is of no use").isSameAs(first);
    brought.set(Optional.empty());
    assertThat(shownBy(tls.current())).isEqualTo(own);
  }

  @Test
  void failsWhileAPluginBringsNothingOfUse() throws Exception {
    writeClient("own");
    ClientTls tls = tls();
    brought.set(Optional.of(new ClientIdentity("nonsense", "nonsense")));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(tls::current)
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "the client certificate of the credential plugin holds no certificate");
    }
  }

  private ClientTls tls() {
    TlsConfig config =
        new TlsConfig(file("ca.crt"), "localhost", false, file("tls.crt"), file("tls.key"));
    return new ClientTls(config, "127.0.0.1", brought::get, false, nanoTime::get);
  }

  private PemSource file(String name) {
    return new PemSource.File(folder.resolve(name));
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
  }

  private Certificate writeClient(String name) throws Exception {
    KeyPair keys = Authority.keys("EC", 256);
    X509Certificate certificate = ours.sign(name, keys);
    write("tls.crt", Authority.pem(certificate));
    write("tls.key", key(keys));
    return certificate;
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static String key(KeyPair keys) {
    return Authority.pem("PRIVATE KEY", keys.getPrivate().getEncoded());
  }

  private Certificate shownBy(TlsSetup setup) throws IOException {
    greet(setup);
    return server.shown().get(0);
  }

  private void greet(TlsSetup setup) throws IOException {
    try (Socket socket =
        setup.secure(new Socket(InetAddress.getLoopbackAddress(), server.port()), server.port())) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
    }
  }
}
