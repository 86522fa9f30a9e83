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
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.ServerTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a server is asked for, and for whom its certificate must be. */
@SuppressWarnings("NullAway.Init") // each test makes its server
class TlsNamesTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private Authority authority;
  private SSLServerSocket listening;

  @BeforeEach
  void makeAuthority() throws Exception {
    authority = Authority.root("authority");
  }

  @AfterEach
  void close() throws IOException {
    if (listening != null) {
      listening.close();
    }
    threads.shutdownNow();
  }

  @ParameterizedTest
  @CsvSource({
    "kubernetes.default.svc, kubernetes.default.svc, kubernetes.default.svc",
    "*.example.com, api.example.com, api.example.com",
    "api.example.com, api.example.com., api.example.com",
    "localhost, '', localhost"
  })
  void asksForTheNameThatTheCertificateMustBeFor(String certified, String serverName, String sni)
      throws Exception {
    listen("127.0.0.1", new GeneralName(GeneralName.dNSName, certified));

    assertThat(get("localhost", serverName)).isEqualTo("ok");
    assertThat(asked).containsExactly(sni);
  }

  /** The JDK's servers take no such name, so this looks at what is sent. */
  @Test
  void asksForANameWithAnUnderscore() throws Exception {
    try (ServerSocket raw = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Future<String> greeting =
          threads.submit(
              () -> {
                try (Socket socket = raw.accept()) {
                  byte[] record = socket.getInputStream().readNBytes(100);
                  int length = (record[3] & 0xff) << 8 | (record[4] & 0xff);
                  byte[] rest = socket.getInputStream().readNBytes(length - 95);
                  return new String(record, StandardCharsets.ISO_8859_1)
                      + new String(rest, StandardCharsets.ISO_8859_1);
                }
              });
      ClientConfig config = config("localhost", raw.getLocalPort(), "my_api.example.com");
      try (HttpClient http = HttpClient.create(config)) {
        assertThatThrownBy(() -> get(http)).isInstanceOf(IOException.class);
      }

      assertThat(greeting.get()).contains("\0\u0012my_api.example.com");
    }
  }

  @Test
  void asksForNoNameOfAnAddress() throws Exception {
    listen("127.0.0.1", new GeneralName(GeneralName.iPAddress, "127.0.0.1"));

    assertThat(get("127.0.0.1", "")).isEqualTo("ok");
    assertThat(get("127.0.0.1", "127.0.0.1")).isEqualTo("ok");
    assertThat(asked).containsExactly("", "");
    assertThatThrownBy(() -> get("localhost", ""))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("is for no host name, not for localhost");
  }

  @Test
  void reachesAServerByIpv6() throws Exception {
    listen("::1", new GeneralName(GeneralName.iPAddress, "::1"));

    assertThat(get("[::1]", "")).isEqualTo("ok");
  }

  @Test
  void takesNoCommonNameForAName() throws Exception {
    listen("127.0.0.1");

    assertThatThrownBy(() -> get("localhost", ""))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("a common name alone does not count");
  }

  @Test
  void speaksNoTlsThatIsTooOld() throws Exception {
    bind("127.0.0.1", new GeneralName(GeneralName.dNSName, "localhost"));
    listening.setEnabledProtocols(
        new String[] {"TLSv1.1"}); // before the first accept takes it over
    threads.execute(this::accept);

    assertThatThrownBy(() -> get("localhost", "")).isInstanceOf(SSLException.class);
  }

  @Test
  void saysWhatIsNoName() throws Exception {
    listen("127.0.0.1", new GeneralName(GeneralName.dNSName, "localhost"));

    assertThatThrownBy(() -> get("localhost", "x".repeat(300)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("is no host name");
  }

  private void listen(String address, GeneralName... names) throws Exception {
    bind(address, names);
    threads.execute(this::accept);
  }

  private void bind(String address, GeneralName... names) throws Exception {
    listening =
        (SSLServerSocket)
            ServerTls.by(authority, names).getServerSocketFactory().createServerSocket();
    listening.bind(new InetSocketAddress(InetAddress.getAllByName(address)[0], 0));
  }

  private void accept() {
    try {
      while (true) {
        SSLSocket socket = (SSLSocket) listening.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(SSLSocket socket) {
    try (socket) {
      socket.startHandshake();
      asked.add(
          ((ExtendedSSLSession) socket.getSession())
              .getRequestedServerNames().stream()
                  .map(name -> ((SNIHostName) name).getAsciiName())
                  .findFirst()
                  .orElse(""));
      int unused = socket.getInputStream().read();
      socket
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
      while (socket.getInputStream().read() >= 0) {
        // until the client ends it
      }
    } catch (IOException gone) {
      // the client sees it
    }
  }

  private String get(String host, String serverName) throws Exception {
    try (HttpClient http = HttpClient.create(config(host, listening.getLocalPort(), serverName))) {
      return get(http);
    }
  }

  private static String get(HttpClient http) throws IOException {
    TimeLimit limit = TimeLimit.of(Duration.ofSeconds(30));
    HttpResponse response = http.send(HttpRequest.get("/", List.of(), limit));
    return new String(response.body().readAll(limit, 100), StandardCharsets.US_ASCII);
  }

  private ClientConfig config(String host, int port, String serverName) throws Exception {
    return ClientConfigs.at("https://" + host + ":" + port)
        .withTls(
            new TlsConfig(
                new PemSource.Data(authority.pem(), "authority"),
                serverName,
                false,
                PemSource.NONE,
                PemSource.NONE));
  }
}
