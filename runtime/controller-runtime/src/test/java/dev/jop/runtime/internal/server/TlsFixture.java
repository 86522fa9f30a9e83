package dev.jop.runtime.internal.server;

import dev.jop.runtime.testing.Authority;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Certificates in a folder, and clients that check them. */
final class TlsFixture {

  final Authority authority;
  final Path folder;

  TlsFixture(Path folder) throws Exception {
    this.folder = folder;
    this.authority = Authority.root("root");
    renew("first");
  }

  Path certificate() {
    return folder.resolve("tls.crt");
  }

  Path key() {
    return folder.resolve("tls.key");
  }

  /** Puts another certificate there, and its key. */
  void renew(String name) throws Exception {
    KeyPair keys = Authority.keys("EC", 256);
    write(key(), Authority.pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    write(certificate(), Authority.pem(authority.sign(name, keys)));
  }

  /** Puts a file there as a whole. */
  static void write(Path file, String text) throws IOException {
    Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Looks for changes at every handshake. */
  TlsFiles read(Optional<Path> clients) {
    return TlsFiles.read(certificate(), key(), clients, Duration.ZERO);
  }

  /** What a client uses that knows the authority and may have a certificate of another's. */
  SSLContext client(@Nullable Authority signedBy) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore known = KeyStore.getInstance("PKCS12");
    known.load(null, null);
    known.setCertificateEntry("root", authority.certificate());
    trust.init(known);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    if (signedBy != null) {
      KeyPair keys = Authority.keys("EC", 256);
      X509Certificate certificate = signedBy.sign("client", keys);
      store.setKeyEntry("client", keys.getPrivate(), new char[0], new Certificate[] {certificate});
    }
    own.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  static SSLSocket connect(SSLContext client, InetSocketAddress server) throws IOException {
    SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket();
    socket.setSoTimeout(30_000);
    socket.connect(server, 30_000);
    return socket;
  }

  /** Whom the server says that it is, on a connection of its own. */
  String serverName(InetSocketAddress server) throws Exception {
    try (SSLSocket socket = connect(client(null), server)) {
      socket.startHandshake();
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    }
  }
}
