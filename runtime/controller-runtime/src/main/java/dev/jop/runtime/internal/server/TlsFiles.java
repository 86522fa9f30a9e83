package dev.jop.runtime.internal.server;

import dev.jop.runtime.config.ConfigException;
import dev.jop.runtime.internal.text.Printable;
import dev.jop.runtime.internal.tls.Certificates;
import dev.jop.runtime.internal.tls.PrivateKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate, its key, and the authorities of clients, in files of PEM that are read again when
 * they change.
 *
 * <p>The first reading must succeed. After that, what cannot be used, such as a certificate that
 * was changed before its key, is told once in the log, and what was good goes on being used.
 */
public final class TlsFiles implements TlsSource {

  private static final Logger LOG = LoggerFactory.getLogger(TlsFiles.class);

  private final Path certificate;
  private final Path key;
  private final Optional<Path> authorities;
  private final long intervalNanos;

  private SSLContext context;
  private List<Object> seen;
  private long looked;

  private TlsFiles(
      Path certificate, Path key, Optional<Path> authorities, Duration interval, List<Object> seen)
      throws IOException, GeneralSecurityException {
    this.certificate = certificate;
    this.key = key;
    this.authorities = authorities;
    this.intervalNanos = interval.toNanos();
    this.looked = System.nanoTime();
    this.seen = seen;
    this.context = load();
  }

  /**
   * Reads the files.
   *
   * @param certificate the server's, then those of who signed it, such as {@code tls.crt}
   * @param key its private key, without a pass phrase, such as {@code tls.key}
   * @param authorities who answers for clients
   * @param interval how often to look for changes at most; a second is little work
   * @throws IllegalArgumentException if they cannot be used, with the file and the reason
   */
  public static TlsFiles read(
      Path certificate, Path key, Optional<Path> authorities, Duration interval) {
    try {
      List<Object> seen = look(certificate, key, authorities);
      return new TlsFiles(certificate, key, authorities, interval, seen);
    } catch (IOException | GeneralSecurityException | ConfigException e) {
      throw new IllegalArgumentException("TLS cannot be served: " + reason(e), e);
    }
  }

  @Override
  public synchronized SSLContext context() {
    long now = System.nanoTime();
    if (now - looked >= intervalNanos) {
      looked = now;
      renew();
    }
    return context;
  }

  private void renew() {
    List<Object> now = look(certificate, key, authorities);
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      context = load();
      LOG.info("The certificate in {} has changed", certificate);
    } catch (IOException | GeneralSecurityException | ConfigException e) {
      LOG.warn("The new certificate cannot be used, the old one stays: {}", reason(e));
    }
  }

  private SSLContext load() throws IOException, GeneralSecurityException {
    String chain = Files.readString(certificate, StandardCharsets.ISO_8859_1);
    String privateKey = Files.readString(key, StandardCharsets.ISO_8859_1);
    ServerIdentity identity =
        new ServerIdentity(
            PrivateKeys.read(privateKey, key.toString()),
            Certificates.chain(chain, certificate.toString()));
    identity.check(certificate, key);
    return identity.context(
        authorities.isEmpty()
            ? List.of()
            : Certificates.authorities(
                Files.readString(authorities.get(), StandardCharsets.ISO_8859_1),
                authorities.get().toString()));
  }

  /** What tells whether a file is another one: a Secret's are links that lead elsewhere then. */
  private static List<Object> look(Path certificate, Path key, Optional<Path> authorities) {
    List<Object> seen = new ArrayList<>();
    for (Path file :
        authorities.isEmpty()
            ? List.of(certificate, key)
            : List.of(certificate, key, authorities.get())) {
      seen.add(Stamp.of(file));
    }
    return seen;
  }

  private record Stamp(@Nullable FileTime modified, long size, @Nullable Object inode) {

    static Stamp of(Path file) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
      } catch (IOException notThere) {
        return new Stamp(null, 0, null);
      }
    }
  }

  private static String reason(Exception e) {
    return e instanceof NoSuchFileException missing
        ? "there is no file " + missing.getFile()
        : Printable.of(String.valueOf(e.getMessage()));
  }
}
