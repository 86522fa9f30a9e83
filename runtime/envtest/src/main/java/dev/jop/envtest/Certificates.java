package dev.jop.envtest;

import dev.jop.envtest.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * The key and certificate files of a control plane.
 *
 * @param folder the work folder
 */
record Certificates(Path folder) {
  private static final List<GeneralName> SERVER_NAMES =
      List.of(
          new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
          new GeneralName(GeneralName.iPAddress, "10.0.0.1"),
          new GeneralName(GeneralName.dNSName, "localhost"),
          new GeneralName(GeneralName.dNSName, "kubernetes"),
          new GeneralName(GeneralName.dNSName, "kubernetes.default"),
          new GeneralName(GeneralName.dNSName, "kubernetes.default.svc"),
          new GeneralName(GeneralName.dNSName, "kubernetes.default.svc.cluster.local"));

  Path authorityCertificate() {
    return folder.resolve("ca.crt");
  }

  Path authorityKey() {
    return folder.resolve("ca.key");
  }

  Path serverCertificate() {
    return folder.resolve("apiserver.crt");
  }

  Path serverKey() {
    return folder.resolve("apiserver.key");
  }

  Path serviceAccountKey() {
    return folder.resolve("service-account.key");
  }

  /** Makes all of them. */
  CertificateAuthority write(Clock clock) throws IOException {
    CertificateAuthority authority = CertificateAuthority.create(clock);
    Identity server = authority.server(SERVER_NAMES);
    PrivateFiles.write(authorityKey(), authority.identity().keyPem());
    Files.writeString(authorityCertificate(), authority.certificatePem());
    PrivateFiles.write(serverKey(), server.keyPem());
    Files.writeString(serverCertificate(), server.certificatePem());
    PrivateFiles.write(serviceAccountKey(), EcKeys.generate().privateKeyPem());
    return authority;
  }

  /** Reads what another process wrote. */
  CertificateAuthority read(Clock clock) throws IOException {
    return CertificateAuthority.restore(
        Files.readString(authorityCertificate()), Files.readString(authorityKey()), clock);
  }
}
