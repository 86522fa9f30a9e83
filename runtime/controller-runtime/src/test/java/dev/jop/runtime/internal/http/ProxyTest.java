package dev.jop.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.PemSource;
import dev.jop.runtime.config.TlsConfig;
import dev.jop.runtime.testing.Authority;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Pipes;
import dev.jop.runtime.testing.ScriptedServer;
import dev.jop.runtime.testing.ServerTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLException;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way through proxies: what they are told, and that TLS to the server stays what it is. */
@Timeout(120)
class ProxyTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  private static final List<Header> SECRET = List.of(new Header("Authorization", "Bearer secret"));

  private final List<AutoCloseable> open = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private Authority authority;
  private ScriptedServer server;
  private Pipes secured;

  @BeforeEach
  void serve() throws Exception {
    authority = Authority.root("authority");
    server = new ScriptedServer((connection, request) -> OK);
    secured = Pipes.tls(ServerTls.by(authority), server.port());
    open.add(server);
    open.add(secured);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void goesThroughAProxyOfHttp() throws Exception {
    Pipes proxy = proxy(ServerSocketFactory.getDefault(), "HTTP/1.1 200 Yes\r\nX: y\r\n\r\n");

    assertThat(get(through("http://127.0.0.1:" + proxy.port()))).isEqualTo("ok");
    assertThat(asked)
        .containsExactly(
            "CONNECT localhost:%1$d HTTP/1.1\nHost: localhost:%1$d\n".formatted(secured.port()));
    assertThat(server.requests().get(0))
        .startsWith("GET /x HTTP/1.1\n")
        .contains("Bearer secret")
        .doesNotContain("Proxy");
  }

  @Test
  void goesThroughAProxyOfHttps() throws Exception {
    Pipes proxy =
        proxy(ServerTls.by(authority).getServerSocketFactory(), "HTTP/1.0 200 Yes\r\n\r\n");

    assertThat(get(through("https://me:pw@localhost:" + proxy.port()))).isEqualTo("ok");
    assertThat(asked.get(0)).contains("Proxy-Authorization: Basic bWU6cHc=\n");
  }

  @Test
  void tellsNoPasswordToAProxyWhoseCertificateIsNotGood() throws Exception {
    Pipes other =
        proxy(
            ServerTls.by(Authority.root("other")).getServerSocketFactory(),
            "HTTP/1.1 200 Yes\r\n\r\n");
    Pipes named =
        proxy(
            ServerTls.by(authority, new GeneralName(GeneralName.dNSName, "elsewhere"))
                .getServerSocketFactory(),
            "HTTP/1.1 200 Yes\r\n\r\n");

    assertThatThrownBy(() -> get(through("https://me:pw@localhost:" + other.port())))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("is not from an authority of authority or the JVM's trust store");
    assertThatThrownBy(() -> get(through("https://me:pw@localhost:" + named.port())))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("is for elsewhere, not for localhost");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "me:pw, bWU6cHc=",
    "me, bWU6",
    "a%40b:p%3Aw+%25, YUBiOnA6dysl",
    "m_e:p%C3%BC, bV9lOnDDvA=="
  })
  void tellsAProxyOfHttpUserAndPassword(String login, String basic) throws Exception {
    Pipes proxy = proxy(ServerSocketFactory.getDefault(), "HTTP/1.1 200 Yes\r\n\r\n");

    get(through("http://" + login + "@127.0.0.1:" + proxy.port()));

    assertThat(asked.get(0)).endsWith("\nProxy-Authorization: Basic " + basic + "\n");
  }

  @Test
  void saysWhatAProxyWantsOrRefusesButNoPassword() throws Exception {
    Pipes asking = proxy(ServerSocketFactory.getDefault(), "HTTP/1.1 407 No\r\n\r\n");
    Pipes refusing = proxy(ServerSocketFactory.getDefault(), "HTTP/1.1 403 Not \u00e9here\r\n\r\n");
    Pipes closing = proxy(ServerSocketFactory.getDefault(), "");
    Pipes odd = proxy(ServerSocketFactory.getDefault(), "SSH-2.0-x\r\n\r\n");

    assertThatThrownBy(() -> get(through("http://127.0.0.1:" + asking.port())))
        .hasMessage(
            "the proxy http://127.0.0.1:%d wants a user name and password (407): name them in its"
                + " address",
            asking.port());
    assertThatThrownBy(() -> get(through("http://me:hidden@127.0.0.1:" + asking.port())))
        .hasMessage(
            "the proxy http://127.0.0.1:%d does not take the user name me with its password (407)",
            asking.port());
    assertThatThrownBy(() -> get(through("http://me:hidden@127.0.0.1:" + refusing.port())))
        .hasMessage(
            "the proxy http://127.0.0.1:%d lets nothing through to localhost:%d: it answered 403"
                + " Not \u00e9here",
            refusing.port(), secured.port());
    assertThatThrownBy(() -> get(through("http://127.0.0.1:" + closing.port())))
        .hasMessage("the proxy http://127.0.0.1:%d closed the connection", closing.port());
    assertThatThrownBy(() -> get(through("http://127.0.0.1:" + odd.port())))
        .hasMessage("this is no answer of HTTP: SSH-2.0-x");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void saysThatAProxyIsNotThere() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }

    assertThatThrownBy(() -> get(through("http://me:hidden@127.0.0.1:" + port)))
        .hasMessageStartingWith(
            "the proxy http://127.0.0.1:%1$d is not reachable (127.0.0.1, port %1$d): ", port)
        .hasMessageNotContaining("hidden");
  }

  @Test
  void trustsTheSameServersBehindAProxyAsWithoutOne() throws Exception {
    Pipes proxy = proxy(ServerSocketFactory.getDefault(), "HTTP/1.1 200 Yes\r\n\r\n");
    String address = "http://127.0.0.1:" + proxy.port();

    assertThatThrownBy(
            () -> get(through(address).withTls(ClientConfigs.tls(Authority.root("a").pem()))))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("is not from an authority of authority");
    assertThatThrownBy(() -> get(through(address).withTls(tls("elsewhere"))))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("is for localhost, not for elsewhere");
    assertThat(get(through(address).withTls(tls("localhost")))).isEqualTo("ok");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 100 Go\r\n\r\n", "\u0005"})
  void holdsToTheTimeLimitAlsoWhileAProxyDrips(String start) throws Exception {
    try (DrippingServer proxy = new DrippingServer(start, start, 20)) {
      for (String scheme : List.of("http", "https", "socks5")) {
        ClientConfig config = through(scheme + "://127.0.0.1:" + proxy.port());
        try (HttpClient http = HttpClient.create(config)) {
          TimeLimit limit = TimeLimit.of(Duration.ofMillis(300));
          assertThatThrownBy(() -> http.send(HttpRequest.get("/x", SECRET, limit)))
              .as(scheme)
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void asksAProxyForWhatAServerWithoutTlsHas() throws Exception {
    ClientConfig config = ClientConfigs.at("http://api.example.com/base");
    String proxy = "http://me:pw@127.0.0.1:" + server.port();

    assertThat(get(config.withProxy(URI.create(proxy)))).isEqualTo("ok");
    assertThat(server.requests().get(0))
        .startsWith("GET http://api.example.com/base/x HTTP/1.1\nHost: api.example.com\n")
        .contains("\nProxy-Authorization: Basic bWU6cHc=\n");
    ScriptedServer asking =
        new ScriptedServer((c, r) -> "HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n");
    open.add(asking);
    assertThatThrownBy(() -> get(config.withProxy(URI.create("http://127.0.0.1:" + asking.port()))))
        .hasMessageContaining("wants a user name and password (407)");
  }

  @Test
  void takesTheProxyOfTheEnvironment() throws Exception {
    Pipes proxy = proxy(ServerSocketFactory.getDefault(), "HTTP/1.1 200 Yes\r\n\r\n");
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "127.0.0.1:" + proxy.port(), "NO_PROXY", "other.example.com");
    ClientConfig config = ClientConfigs.trusting("https://api.example.com:6443", authority);

    try (HttpClient http =
        HttpClient.create(config.withTls(tls("localhost")), environment, Duration.ofSeconds(45))) {
      assertThat(get(http)).isEqualTo("ok");
    }
    assertThat(asked.get(0)).startsWith("CONNECT api.example.com:6443 HTTP/1.1\n");
  }

  @Test
  void goesThroughAProxyOfSocks() throws Exception {
    try (SocksProxy proxy = new SocksProxy("", "", 0, secured.port())) {
      assertThat(get(through("socks5://127.0.0.1:" + proxy.port()))).isEqualTo("ok");
      assertThat(get(through("socks5h://me:pw@127.0.0.1:" + proxy.port()))).isEqualTo("ok");
      assertThat(proxy.asked()).containsOnly("localhost:" + secured.port()).hasSize(2);
    }
    try (SocksProxy proxy = new SocksProxy("m\u00fc", "p:w", 0, secured.port())) {
      assertThat(get(through("socks5://m%C3%BC:p%3Aw@127.0.0.1:" + proxy.port()))).isEqualTo("ok");
      assertThatThrownBy(() -> get(through("socks5://me:hidden@127.0.0.1:" + proxy.port())))
          .hasMessage(
              "the proxy socks5://127.0.0.1:%d does not take the user name with its password",
              proxy.port());
      assertThatThrownBy(() -> get(through("socks5://127.0.0.1:" + proxy.port())))
          .hasMessageContaining("wants a user name and password, or something else");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, its rules do not allow it",
    "5, the connection was refused",
    "99, it answered 99"
  })
  void saysWhyAProxyOfSocksLetsNothingThrough(int reply, String why) throws Exception {
    try (SocksProxy proxy = new SocksProxy("", "", reply, secured.port())) {
      assertThatThrownBy(() -> get(through("socks5://127.0.0.1:" + proxy.port())))
          .hasMessage(
              "the proxy socks5://127.0.0.1:%d lets nothing through to localhost:%d: %s",
              proxy.port(), secured.port(), why);
    }
  }

  @Test
  void saysThatAProxySpeaksNoSocks() throws Exception {
    try (DrippingServer other = new DrippingServer("HTTP/1.1 400 No\r\n\r\n", "", 50)) {
      assertThatThrownBy(() -> get(through("socks5://127.0.0.1:" + other.port())))
          .hasMessage(
              "the proxy socks5://127.0.0.1:%d does not speak SOCKS 5: it began with byte 72",
              other.port());
    }
  }

  /** A proxy that answers so, and then joins to the server if it let through. */
  private Pipes proxy(ServerSocketFactory factory, String answer) {
    Pipes pipes =
        Pipes.open(
            factory,
            taken -> {
              asked.add(head(taken));
              taken.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
              taken.getOutputStream().flush();
              return answer.contains(" 200 ")
                  ? new InetSocketAddress(InetAddress.getLoopbackAddress(), secured.port())
                  : null;
            });
    open.add(pipes);
    return pipes;
  }

  private static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int one = socket.getInputStream().read();
      if (one < 0) {
        throw new IOException("no request");
      }
      head.append((char) one);
    }
    return head.substring(0, head.length() - 2).replace("\r", "");
  }

  private ClientConfig through(String proxy) throws Exception {
    return ClientConfigs.trusting("https://localhost:" + secured.port(), authority)
        .withProxy(URI.create(proxy));
  }

  private TlsConfig tls(String serverName) throws Exception {
    return new TlsConfig(
        new PemSource.Data(authority.pem(), "authority"),
        serverName,
        false,
        PemSource.NONE,
        PemSource.NONE);
  }

  private static String get(ClientConfig config) throws IOException {
    try (HttpClient http = HttpClient.create(config)) {
      return get(http);
    }
  }

  private static String get(HttpClient http) throws IOException {
    TimeLimit limit = TimeLimit.of(Duration.ofSeconds(30));
    HttpResponse response = http.send(HttpRequest.get("/x", SECRET, limit));
    return new String(response.body().readAll(limit, 100), StandardCharsets.US_ASCII);
  }
}
