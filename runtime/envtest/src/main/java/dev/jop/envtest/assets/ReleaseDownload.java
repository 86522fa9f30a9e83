package dev.jop.envtest.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Downloads a release of envtest by the index of controller-tools, and checks its SHA-512 before it
 * opens it.
 */
final class ReleaseDownload implements AssetSource {
  private final AssetOptions options;
  private final Platform platform;

  ReleaseDownload(AssetOptions options, Platform platform) {
    this.options = options;
    this.platform = platform;
  }

  @Override
  public Optional<KubernetesVersion> newest(VersionRange range) throws IOException {
    return range.newestOf(index().versions());
  }

  @Override
  public void fill(KubernetesVersion version, Path work, Path result) throws IOException {
    ReleaseIndex.Archive release =
        index()
            .archive(version)
            .orElseThrow(() -> new IOException(this + " lost Kubernetes " + version));
    options.progress().accept("downloading " + release.link());
    Path archive = work.resolve("envtest.tar.gz");
    String hash = download(release.link(), archive);
    if (!hash.equalsIgnoreCase(release.sha512())) {
      throw new IOException(
          "%s has the SHA-512 %s… where the index says %s…; it was thrown away"
              .formatted(release.link(), hash.substring(0, 12), abbreviated(release.sha512())));
    }
    try (InputStream in = Files.newInputStream(archive)) {
      TarGz.extract(in, Set.of(Binaries.ETCD, Binaries.KUBE_API_SERVER, Binaries.KUBECTL), result);
    }
  }

  private ReleaseIndex index() throws IOException {
    HttpURLConnection connection = open(options.index());
    try (InputStream in = connection.getInputStream()) {
      return ReleaseIndex.parse(in.readAllBytes(), platform);
    } catch (IOException e) {
      throw failure(options.index(), e);
    } finally {
      connection.disconnect();
    }
  }

  private String download(URI link, Path file) throws IOException {
    HttpURLConnection connection = open(link);
    MessageDigest digest = sha512();
    try (InputStream in = new DigestInputStream(connection.getInputStream(), digest);
        OutputStream out = Files.newOutputStream(file)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw failure(link, e);
    } finally {
      connection.disconnect();
    }
    long expected = connection.getContentLengthLong();
    if (expected >= 0 && Files.size(file) != expected) {
      throw failure(
          link, new IOException("got %d of %d bytes".formatted(Files.size(file), expected)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private HttpURLConnection open(URI link) throws IOException {
    if (!(link.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new IOException(link + " is not an HTTP address");
    }
    connection.setConnectTimeout(Math.toIntExact(options.connectTimeout().toMillis()));
    connection.setReadTimeout(Math.toIntExact(options.stallTimeout().toMillis()));
    return connection;
  }

  private static IOException failure(URI link, IOException cause) {
    String reason =
        cause instanceof UnknownHostException
            ? "unknown host"
            : Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    return new IOException("download of " + link + " failed: " + reason, cause);
  }

  private static String abbreviated(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new AssetsException("this JDK has no SHA-512", e);
    }
  }

  @Override
  public String toString() {
    return "the index " + options.index();
  }
}
