package dev.jop.runtime.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.Authority;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.thread.Threads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTlsTest {

  private static final String GET = "GET /ok HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @TempDir private Path folder;
  private TlsFixture tls;

  @BeforeEach
  void prepare() throws Exception {
    tls = new TlsFixture(folder);
  }

  private TestHttpServer open(ClientCertificates clients) throws Exception {
    Path authorities = folder.resolve("ca.crt");
    TlsFixture.write(authorities, tls.authority.pem());
    Optional<Path> named =
        clients == ClientCertificates.NONE ? Optional.empty() : Optional.of(authorities);
    return new TestHttpServer(
        ServerOptions.builder()
            .headerTime(Duration.ofSeconds(20))
            .tls(ServerTls.of(tls.read(named)).withClients(clients))
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void speaksTls(String version) throws Exception {
    try (TestHttpServer server = open(ClientCertificates.NONE);
        SSLSocket socket = TlsFixture.connect(tls.client(null), server.address())) {
      socket.setEnabledProtocols(new String[] {version});
      RawClient client = new RawClient(socket);
      client.send(GET);
      assertThat(client.answer()).startsWith("HTTP/1.1 200 ").endsWith("ok");
      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
      client.send("GET /big HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(client.answer()).hasSizeGreaterThan(1 << 20);
      assertThat(client.isClosedWithin(10_000)).isTrue();
    }
  }

  @Test
  void refusesTls11() throws Exception {
    try (TestHttpServer server = open(ClientCertificates.NONE)) {
      // an alert, fatal, of a protocol version that is not spoken
      assertThat(answerToHello(server, 2, 0xc02b)).endsWith(2, 70);
    }
  }

  @Test
  void refusesCiphersWithoutForwardSecrecyOrAuthentication() throws Exception {
    try (TestHttpServer server = open(ClientCertificates.NONE)) {
      for (int weak : new int[] {0x009c, 0x002f, 0xc009, 0xc013}) {
        assertThat(answerToHello(server, 3, weak)).endsWith(2, 40); // a handshake that failed
      }
      assertThat(answerToHello(server, 3, 0xc02b)).startsWith(22, 3, 3); // a handshake that goes on
    }
  }

  /** What is answered to a hello of TLS 1.{@code minor - 1} with one cipher. */
  private static byte[] answerToHello(TestHttpServer server, int minor, int cipher)
      throws IOException {
    ByteArrayOutputStream hello = new ByteArrayOutputStream();
    hello.writeBytes(new byte[] {3, (byte) minor});
    hello.writeBytes(new byte[32]);
    hello.writeBytes(new byte[] {0, 0, 2, (byte) (cipher >> 8), (byte) cipher, 1, 0});
    byte[] extensions = {
      0,
      10,
      0,
      4,
      0,
      2,
      0,
      23, // the curve secp256r1
      0,
      11,
      0,
      2,
      1,
      0, // its points uncompressed
      0,
      13,
      0,
      6,
      0,
      4,
      4,
      3,
      4,
      1 // signatures of ECDSA and RSA with SHA-256
    };
    hello.writeBytes(new byte[] {0, (byte) extensions.length});
    hello.writeBytes(extensions);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(new byte[] {22, 3, 1, 0, (byte) (hello.size() + 4)});
    message.writeBytes(new byte[] {1, 0, 0, (byte) hello.size()});
    message.writeBytes(hello.toByteArray());
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(30_000);
      socket.connect(server.address());
      socket.getOutputStream().write(message.toByteArray());
      return socket.getInputStream().readNBytes(7);
    }
  }

  @Test
  void tellsWhoSpeaksPlainTextToUseTls() throws Exception {
    try (TestHttpServer server = open(ClientCertificates.NONE);
        RawClient client = new RawClient(server.address())) {
      client.send(GET);
      assertThat(client.head()).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void speaksNoHttp2() throws Exception {
    try (TestHttpServer server = open(ClientCertificates.NONE);
        SSLSocket both = TlsFixture.connect(tls.client(null), server.address());
        SSLSocket only = TlsFixture.connect(tls.client(null), server.address())) {
      offer(both, "h2", "http/1.1");
      both.startHandshake();
      assertThat(both.getApplicationProtocol()).isEqualTo("http/1.1");
      offer(only, "h2");
      assertThatThrownBy(only::startHandshake).isInstanceOf(IOException.class);
    }
  }

  private static void offer(SSLSocket socket, String... protocols) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(protocols);
    socket.setSSLParameters(parameters);
  }

  @Test
  void asksForACertificateWhereItIsTold() throws Exception {
    Authority stranger = Authority.root("stranger");
    try (TestHttpServer server = open(ClientCertificates.REQUIRED)) {
      server.http.handle("/who", Set.of(), HttpServerTlsTest::who);
      assertThat(ask(server, tls.authority)).endsWith("[CN=client]");
      assertThatThrownBy(() -> ask(server, null)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> ask(server, stranger)).isInstanceOf(IOException.class);
    }
    try (TestHttpServer server = open(ClientCertificates.OPTIONAL)) {
      server.http.handle("/who", Set.of(), HttpServerTlsTest::who);
      assertThat(ask(server, tls.authority)).endsWith("[CN=client]");
      assertThat(ask(server, null)).endsWith("[]");
    }
    try (TestHttpServer server = open(ClientCertificates.NONE)) {
      server.http.handle("/who", Set.of(), HttpServerTlsTest::who);
      assertThat(ask(server, tls.authority)).endsWith("[]");
    }
  }

  private static Response who(Request request) {
    return Response.text(
        200,
        request.peer().stream()
            .map(shown -> shown.getSubjectX500Principal().getName())
            .toList()
            .toString());
  }

  private String ask(TestHttpServer server, @Nullable Authority signedBy) throws Exception {
    try (RawClient client =
        new RawClient(TlsFixture.connect(tls.client(signedBy), server.address()))) {
      client.send("GET /who HTTP/1.1\r\nHost: x\r\n\r\n");
      String answer = client.answer();
      if (answer.isEmpty()) {
        throw new IOException("closed without an answer");
      }
      return answer;
    }
  }

  @Test
  @Tag("X1")
  void servesANewCertificateWithoutARequestThatFails() throws Exception {
    try (TestHttpServer server = open(ClientCertificates.NONE);
        RawClient kept = new RawClient(TlsFixture.connect(tls.client(null), server.address()))) {
      assertThat(tls.serverName(server.address())).isEqualTo("CN=first");
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger served = new AtomicInteger();
      ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
      SSLContext context = tls.client(null);
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        boolean anew = i % 2 == 0; // else sessions are taken up again
        clients.add(
            Threads.start(
                "client", () -> load(server, anew ? null : context, stop, served, failures)));
      }
      for (int round = 0; round < 10; round++) {
        int before = served.get();
        tls.renew("round-" + round);
        kept.send(GET);
        assertThat(kept.answer()).endsWith("ok");
        Await.until("some are served", () -> served.get() > before + 20 || !failures.isEmpty());
        assertThat(tls.serverName(server.address())).isEqualTo("CN=round-" + round);
      }
      stop.set(true);
      for (Thread client : clients) {
        client.join();
      }
      assertThat(failures).isEmpty();
    }
  }

  private void load(
      TestHttpServer server,
      @Nullable SSLContext known,
      AtomicBoolean stop,
      AtomicInteger served,
      ConcurrentLinkedQueue<Throwable> failures) {
    while (!stop.get()) {
      try (RawClient client =
          new RawClient(
              TlsFixture.connect(known == null ? tls.client(null) : known, server.address()))) {
        client.send(GET);
        assertThat(client.answer()).endsWith("ok");
        served.incrementAndGet();
      } catch (Exception | AssertionError e) {
        failures.add(e);
        return;
      }
    }
  }

  @Test
  void closesHandshakesThatDoNotEnd() throws Exception {
    ServerOptions options =
        ServerOptions.builder()
            .headerTime(Duration.ofSeconds(2))
            .tls(ServerTls.of(tls.read(Optional.empty())))
            .build();
    List<RawClient> half = new ArrayList<>();
    try (TestHttpServer server = new TestHttpServer(options)) {
      for (int i = 0; i < 200; i++) {
        RawClient client = new RawClient(server.address());
        half.add(client);
        client.send("\u0016\u0003\u0001\u0000");
      }
      assertThat(tls.serverName(server.address())).isEqualTo("CN=first");
      assertThat(server.threads()).isLessThanOrEqualTo(2);
      for (RawClient client : half) {
        assertThat(client.isClosedWithin(30_000)).isTrue();
      }
    } finally {
      for (RawClient client : half) {
        client.close();
      }
    }
  }

  @Test
  void refusesABodyThatIsTooLongOverTls() throws Exception {
    try (TestHttpServer server = open(ClientCertificates.NONE);
        RawClient client = new RawClient(TlsFixture.connect(tls.client(null), server.address()))) {
      client.send(
          "POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n"
              + "a".repeat(100_000));
      assertThat(client.answer()).startsWith("HTTP/1.1 413 ");
    }
  }
}
