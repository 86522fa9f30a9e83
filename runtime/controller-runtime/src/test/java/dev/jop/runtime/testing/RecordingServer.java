package dev.jop.runtime.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ServerSocketFactory;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.x509.GeneralName;
import org.jspecify.annotations.Nullable;

/** Writes down what it is asked, and answers each request on a connection of its own. */
public final class RecordingServer implements AutoCloseable {

  private final ServerSocket listening;
  private final String scheme;
  private final Function<Seen, String> answers;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Seen> seen = new ArrayList<>();

  private RecordingServer(
      ServerSocketFactory factory, String scheme, Function<Seen, String> answers) {
    this.scheme = scheme;
    this.answers = answers;
    try {
      listening = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (listening instanceof SSLServerSocket secure) {
      secure.setWantClientAuth(true);
    }
    threads.execute(this::accept);
  }

  /**
   * A server with TLS for {@code localhost}, 127.0.0.1 and {@code other.example.com}, which asks
   * for a certificate and takes any.
   *
   * @param answers gives the whole answer to each request
   */
  public static RecordingServer tls(Authority authority, Function<Seen, String> answers)
      throws Exception {
    KeyPair keys = Authority.keys("EC", 256);
    X509Certificate certificate =
        authority.sign(
            "localhost",
            keys,
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.dNSName, "other.example.com"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    TrustManager[] any = {new Any(authority.certificate())};
    return new RecordingServer(
        ServerTls.of(keys, any, certificate).getServerSocketFactory(), "https", answers);
  }

  /** A server without TLS. */
  public static RecordingServer plain(Function<Seen, String> answers) {
    return new RecordingServer(ServerSocketFactory.getDefault(), "http", answers);
  }

  /** An answer with a body of JSON. */
  public static String json(int status, String body) {
    return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body);
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return scheme + "://127.0.0.1:" + port();
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** What it was asked since this was asked last. */
  public List<Seen> take() {
    synchronized (seen) {
      List<Seen> taken = List.copyOf(seen);
      seen.clear();
      return taken;
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        threads.execute(() -> serve(socket));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setSoTimeout(30_000);
      Seen request = read(socket);
      if (request != null) {
        synchronized (seen) {
          seen.add(request);
        }
        socket.getOutputStream().write(answers.apply(request).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
      }
    } catch (IOException gone) {
      // the client sees it
    }
  }

  private static @Nullable Seen read(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String first = in.readLine();
    if (first == null) {
      return null;
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    StringBuilder body = new StringBuilder();
    int length = Integer.parseInt(headers.getOrDefault("content-length", List.of("0")).get(0));
    while (body.length() < length) {
      body.append((char) in.read());
    }
    return new Seen(first, headers, body.toString(), name(socket), certificate(socket));
  }

  private static String name(Socket socket) {
    return socket instanceof SSLSocket secure
            && secure.getSession() instanceof ExtendedSSLSession session
        ? String.valueOf(session.getRequestedServerNames())
        : "";
  }

  private static String certificate(Socket socket) {
    try {
      return socket instanceof SSLSocket secure
          ? secure.getSession().getPeerPrincipal().getName()
          : "";
    } catch (SSLPeerUnverifiedException none) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    threads.shutdownNow();
  }

  /**
   * A request.
   *
   * @param first its first line
   * @param headers by their names in lower case, each byte a letter
   * @param body the body
   * @param serverName the name that TLS was asked for
   * @param certificate whose certificate was shown
   */
  public record Seen(
      String first,
      Map<String, List<String>> headers,
      String body,
      String serverName,
      String certificate) {

    /** The path of the request, with its query. */
    public String path() {
      return first.split(" ", -1)[1];
    }
  }

  private record Any(X509Certificate asked) implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      // it takes any
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      // it is a server itself
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[] {asked};
    }
  }
}
