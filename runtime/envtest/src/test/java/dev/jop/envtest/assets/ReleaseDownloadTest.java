package dev.jop.envtest.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Downloads from a server of this JVM; there is no Go on the path here, so nothing comes after
 * them.
 */
class ReleaseDownloadTest {
  @TempDir Path root;

  private final Recorder recorder = new Recorder();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private byte[] archive;
  private String hash;

  @BeforeEach
  void serve() throws Exception {
    archive = TestArchive.official();
    hash = TestArchive.sha512(archive);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/index.yaml", exchange -> answer(exchange, 200, index().getBytes(StandardCharsets.UTF_8)));
    server.createContext("/archive", exchange -> answer(exchange, 200, archive));
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private String index() {
    Platform platform = Platform.current();
    return """
        releases:
          v1.36.0:
            envtest-v1.36.0-plan9-mips.tar.gz: {hash: aa, selfLink: 'http://127.0.0.1:1/'}
          v1.37.1:
            envtest-v1.37.1-%1$s.tar.gz: {hash: bb, selfLink: 'http://127.0.0.1:1/'}
          v1.37.2:
            envtest-v1.37.2-%1$s.tar.gz:
              hash: %2$s
              selfLink: %3$s
          v1.38.0-alpha.1:
            envtest-v1.38.0-alpha.1-%1$s.tar.gz: {hash: cc, selfLink: 'http://127.0.0.1:1/'}
        """
        .formatted(platform, hash, address("/archive"));
  }

  private static void answer(HttpExchange exchange, int code, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(code, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private AssetOptions options() {
    return recorder.options(root, Map.of()).withIndex(address("/index.yaml"));
  }

  private void assertFailsWith(String... reasons) {
    assertThatThrownBy(() -> Assets.setUp(options()))
        .isInstanceOf(AssetsException.class)
        .hasMessageContainingAll(reasons)
        .hasMessageContaining("set KUBEBUILDER_ASSETS");
    assertThat(root.resolve("k8s")).doesNotExist();
    assertThat(root.resolve(".jop-setup"))
        .satisfiesAnyOf(
            setups -> assertThat(setups).doesNotExist(),
            setups -> assertThat(setups).isDirectoryNotContaining(Files::isDirectory));
  }

  @Test
  void fillsTheSharedFolder() {
    Path folder = Assets.setUp(options());

    assertThat(folder).isEqualTo(root.resolve("k8s/1.37.2-" + Platform.current()));
    assertThat(folder.resolve("etcd")).hasContent("the etcd").isExecutable();
    assertThat(folder.resolve("kube-apiserver")).isExecutable();
    assertThat(folder.resolve("kubectl")).isExecutable();
    assertThat(recorder.lines()).containsExactly("downloading " + address("/archive"));
  }

  @Test
  void asksNobodyWhenTheVersionIsThere() {
    Path folder = Assets.setUp(options());
    server.stop(0);

    assertThat(Assets.setUp(options())).isEqualTo(folder);
    assertThat(Assets.setUp(options().withVersion("1.37"))).isEqualTo(folder);
  }

  @Test
  void takesTheNewestPatchOfAMinor() {
    assertThat(Assets.setUp(options().withVersion("1.37.x")))
        .endsWith(Path.of("1.37.2-" + Platform.current()));
  }

  @Test
  void refusesAnArchiveWithAnotherChecksum() {
    hash = "0123456789abcdef" + hash.substring(16);

    assertFailsWith("has the SHA-512", "0123456789ab");
  }

  @Test
  void refusesAnArchiveWithoutAChecksum() {
    hash = "''";

    assertFailsWith("has the SHA-512");
  }

  @Test
  void noticesThatTheConnectionWasCut() {
    server.removeContext("/archive");
    server.createContext(
        "/archive",
        exchange -> {
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive, 0, archive.length / 2);
          exchange.close();
        });

    assertFailsWith("download of " + address("/archive") + " failed");
  }

  @Test
  void doesNotWaitForAServerThatStandsStill() {
    server.removeContext("/archive");
    server.createContext(
        "/archive",
        exchange -> {
          exchange.sendResponseHeaders(200, archive.length);
          exchange.getResponseBody().write(archive, 0, 10);
          exchange.getResponseBody().flush();
          awaitEnd();
          exchange.close();
        });

    assertFailsWith("Read timed out");
  }

  private void awaitEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void saysWhichVersionTheIndexLacks() {
    assertThatThrownBy(() -> Assets.setUp(options().withVersion("1.36.0")))
        .hasMessageContaining("the index " + address("/index.yaml") + " has no Kubernetes 1.36.0");
  }

  @Test
  void saysWhatTheServerAnswered() {
    server.removeContext("/index.yaml");
    server.createContext("/index.yaml", exchange -> answer(exchange, 500, new byte[0]));

    assertFailsWith("HTTP response code: 500");
  }

  @Test
  void saysThatAPageIsNoIndex() {
    server.removeContext("/index.yaml");
    server.createContext(
        "/index.yaml",
        exchange -> answer(exchange, 200, "<html>hello".getBytes(StandardCharsets.UTF_8)));

    assertFailsWith("not a release index");
  }

  @Test
  void refusesAnArchiveWithoutTheServers() throws Exception {
    archive = new TestArchive().add("envtest/etcd", '0', "only this").gzip();
    hash = TestArchive.sha512(archive);

    assertFailsWith("the set-up gave no etcd and kube-apiserver");
  }

  @Test
  void failsAtOnceWhenNobodyListens() {
    server.stop(0);

    assertFailsWith("Connection refused", "Go is not on the PATH");
  }

  @Test
  void getsNothingWhenOnlyTheInstalledWillDo() {
    assertThatThrownBy(() -> Assets.setUp(options().withInstalledOnly(true)))
        .isInstanceOf(AssetsException.class)
        .hasMessageContaining("has none");
    assertThat(recorder.lines()).isEmpty();
  }
}
