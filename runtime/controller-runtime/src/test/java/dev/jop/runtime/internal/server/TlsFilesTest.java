package dev.jop.runtime.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.Authority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsFilesTest {

  @TempDir private Path folder;
  private TlsFixture tls;

  @BeforeEach
  void prepare() throws Exception {
    tls = new TlsFixture(folder);
  }

  @ParameterizedTest
  @CsvSource({"EC, 256", "EC, 521", "RSA, 2048", "EdDSA, 255"})
  void readsKeysOfEachKind(String algorithm, int size) throws Exception {
    var keys = Authority.keys(algorithm, size);
    TlsFixture.write(tls.key(), Authority.pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    TlsFixture.write(tls.certificate(), Authority.pem(tls.authority.sign("a", keys)));

    assertThat(tls.read(Optional.empty()).context()).isNotNull();
  }

  @Test
  void namesWhatCannotBeUsed() throws Exception {
    Path other = folder.resolve("other.key");
    TlsFixture.write(
        other, Authority.pem("PRIVATE KEY", Authority.keys("EC", 256).getPrivate().getEncoded()));
    Path rsa = folder.resolve("rsa.key");
    TlsFixture.write(
        rsa, Authority.pem("PRIVATE KEY", Authority.keys("RSA", 2048).getPrivate().getEncoded()));
    Path broken = folder.resolve("broken.crt");
    TlsFixture.write(broken, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");

    assertFails(
        tls.certificate(), folder.resolve("none"), "there is no file " + folder.resolve("none"));
    assertFails(tls.certificate(), tls.certificate(), tls.certificate() + " holds no private key");
    assertFails(tls.key(), tls.key(), tls.key() + " holds no certificate");
    assertFails(broken, tls.key(), broken + " holds a certificate that cannot be read: ");
    assertFails(
        tls.certificate(),
        other,
        "the key in " + other + " is not that of the first certificate in " + tls.certificate());
    assertFails(tls.certificate(), rsa, "the key in " + rsa + " is not that of ");
  }

  private static void assertFails(Path certificate, Path key, String message) {
    assertThatThrownBy(
            () -> TlsFiles.read(certificate, key, Optional.empty(), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("TLS cannot be served: " + message);
  }

  @Test
  @Tag("X1")
  void readsAgainWhatWasWrittenOrMovedThere() throws Exception {
    TlsFiles files = tls.read(Optional.empty());
    SSLContext first = files.context();
    assertThat(files.context()).isSameAs(first);

    tls.renew("second");
    SSLContext second = files.context();
    assertThat(second).isNotSameAs(first);
    assertThat(files.context()).isSameAs(second);

    String certificate = Files.readString(tls.certificate());
    Files.writeString(tls.certificate(), certificate + certificate);
    assertThat(files.context()).isNotSameAs(second);
  }

  @Test
  @Tag("X1")
  void followsTheLinksOfASecret() throws Exception {
    Path secret = Files.createDirectory(folder.resolve("secret"));
    new TlsFixture(Files.createDirectory(secret.resolve("..1")));
    new TlsFixture(Files.createDirectory(secret.resolve("..2")));
    Files.createSymbolicLink(secret.resolve("..data"), Path.of("..1"));
    Files.createSymbolicLink(secret.resolve("tls.crt"), Path.of("..data/tls.crt"));
    Files.createSymbolicLink(secret.resolve("tls.key"), Path.of("..data/tls.key"));
    TlsFiles files =
        TlsFiles.read(
            secret.resolve("tls.crt"), secret.resolve("tls.key"), Optional.empty(), Duration.ZERO);
    SSLContext first = files.context();

    Files.createSymbolicLink(secret.resolve("..data_tmp"), Path.of("..2"));
    Files.move(
        secret.resolve("..data_tmp"),
        secret.resolve("..data"),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    assertThat(files.context()).isNotSameAs(first);
  }

  @Test
  void keepsWhatIsGoodUntilThereIsBetter() throws Exception {
    TlsFiles files = tls.read(Optional.empty());
    SSLContext good = files.context();
    String key = Files.readString(tls.key());

    TlsFixture.write(tls.certificate(), "nonsense");
    assertThat(files.context()).isSameAs(good);
    Files.delete(tls.key());
    assertThat(files.context()).isSameAs(good);
    tls.renew("second");
    String second = Files.readString(tls.key());
    TlsFixture.write(tls.key(), key);
    assertThat(files.context()).isSameAs(good);
    TlsFixture.write(tls.key(), second);
    assertThat(files.context()).isNotSameAs(good);
  }

  @Test
  void looksNoMoreOftenThanItIsTold() throws Exception {
    TlsFiles files =
        TlsFiles.read(tls.certificate(), tls.key(), Optional.empty(), Duration.ofHours(1));
    SSLContext first = files.context();
    tls.renew("second");
    assertThat(files.context()).isSameAs(first);
  }
}
