package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.internal.CertUtils;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void signsAUserWithItsGroupsForAYear() throws Exception {
    CertificateAuthority authority = CertificateAuthority.create(CLOCK);

    X509Certificate user = authority.user("jane", List.of("a", "b, c")).certificate();

    user.verify(authority.identity().certificate().getPublicKey());
    assertThat(user.getSubjectX500Principal().getName()).isEqualTo("CN=jane,O=b\\, c,O=a");
    assertThat(user.getNotAfter()).isEqualTo(Date.from(NOW.plusSeconds(365 * 24 * 3600)));
    assertThat(user.getNotBefore()).isBefore(Date.from(NOW));
    assertThat(user.getBasicConstraints()).isEqualTo(-1);
    assertThat(user.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
  }

  @Test
  void writesFilesFromWhichAnotherProcessCanSign() throws Exception {
    Certificates files = new Certificates(folder);
    CertificateAuthority first = files.write(CLOCK);

    CertificateAuthority second = files.read(CLOCK);

    second.user("x", List.of()).certificate().verify(first.identity().certificate().getPublicKey());
    assertThat(List.of(files.authorityKey(), files.serverKey(), files.serviceAccountKey()))
        .allSatisfy(
            key ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------"));
  }

  @Test
  void givesKubeconfigsWhoseKeysTheClientReads() throws Exception {
    CertificateAuthority authority = CertificateAuthority.create(CLOCK);

    ApiUser user =
        ApiUser.create(URI.create("https://127.0.0.1:6443"), authority, "it's", List.of());
    Config config = user.config();

    assertThat(config.getMasterUrl()).isEqualTo("https://127.0.0.1:6443/");
    assertThat(config.getNamespace()).isEqualTo("default");
    assertThat(config.getClientKeyAlgo()).isEqualTo("EC");
    assertThat(
            CertUtils.createKeyStore(
                    config.getClientCertData(),
                    null,
                    config.getClientKeyData(),
                    null,
                    "EC",
                    "",
                    null,
                    "")
                .size())
        .isEqualTo(1);
  }
}
