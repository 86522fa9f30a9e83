package dev.jop.runtime.internal.http;

import dev.jop.runtime.config.ClientConfig;
import dev.jop.runtime.config.ConfigException;
import dev.jop.runtime.internal.tls.ClientIdentity;
import dev.jop.runtime.internal.tls.ClientTls;
import dev.jop.runtime.internal.tls.TlsSetup;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one server and reads their answers, each in the thread that asks.
 *
 * <p>It follows no redirect and knows nothing of authentication. Safe for use by many threads;
 * interrupting one ends its wait at once.
 */
public final class HttpClient implements AutoCloseable {

  private static final String CLOSED = "the HTTP client is closed";
  private static final Duration LONGEST_REST = Duration.ofSeconds(45);

  private final Origin server;
  private final @Nullable ClientTls tls;
  private final boolean compression;
  private final String prefix;
  private final List<Header> forProxy;
  private final Optional<Proxy> proxy;
  private final Watchdog watchdog = new Watchdog();
  private final ConnectionPool connections;
  private volatile boolean closed;

  private HttpClient(
      ClientConfig config,
      Supplier<Optional<ClientIdentity>> identities,
      Map<String, String> environment,
      Duration longestRest) {
    this.server = Origin.of(config.server());
    this.tls = server.secure() ? ClientTls.create(config.tls(), server.host(), identities) : null;
    this.compression = config.compression();
    this.proxy = new ProxyChoice(environment).choose(config, server);
    boolean speaksToProxy =
        proxy.isPresent() && !server.secure() && proxy.get().scheme() != Proxy.Scheme.SOCKS5;
    this.forProxy = speaksToProxy ? proxy.get().authorization() : List.of();
    String path = config.server().getRawPath() == null ? "" : config.server().getRawPath();
    this.prefix =
        (speaksToProxy ? "http://" + server.header() : "")
            + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    boolean secureProxy = proxy.isPresent() && proxy.get().scheme() == Proxy.Scheme.HTTPS;
    this.connections =
        new ConnectionPool(
            new Connector(
                server,
                proxy,
                secureProxy ? ClientTls.toProxy(config.tls(), proxy.get().origin().host()) : null,
                watchdog),
            longestRest);
  }

  /**
   * A client for the server that a configuration names. Opens no connection yet.
   *
   * @param config the address, TLS, proxy and compression; credentials are not looked at
   * @throws ConfigException if that cannot work, with the reason
   */
  public static HttpClient create(ClientConfig config) {
    return create(config, Optional::empty);
  }

  /**
   * The same with a client certificate that may change.
   *
   * @param identities asked with each request for a certificate that takes the place of the
   *     configured one; never if the server is one without TLS
   */
  public static HttpClient create(
      ClientConfig config, Supplier<Optional<ClientIdentity>> identities) {
    return new HttpClient(config, identities, System.getenv(), LONGEST_REST);
  }

  static HttpClient create(
      ClientConfig config, Map<String, String> environment, Duration longestRest) {
    return new HttpClient(config, Optional::empty, environment, longestRest);
  }

  /**
   * Sends a request and reads the head of its answer.
   *
   * @return the answer, whose body must be read to its end or closed
   * @throws SocketTimeoutException if the answer did not begin in time
   * @throws java.net.ProtocolException if the request holds what cannot be sent
   * @throws IOException if the server could not be reached, is not the one that is meant, or did
   *     not answer in HTTP/1.1, or the thread was interrupted, or the client was closed
   */
  public HttpResponse send(HttpRequest request) throws IOException {
    if (closed) {
      throw new IOException(CLOSED);
    }
    try {
      return sendOpen(request);
    } catch (IOException e) {
      throw closed ? new IOException(CLOSED, e) : e;
    }
  }

  private HttpResponse sendOpen(HttpRequest request) throws IOException {
    byte[] head = RequestHead.of(request, server.header(), prefix, extra(request));
    TlsSetup setup = tls == null ? null : tls.current();
    Connection reused = connections.reuse(setup);
    if (reused != null) {
      try {
        return exchange(request, head, reused);
      } catch (IOException e) {
        if (!mayBeRepeated(request, reused, e)) {
          throw e;
        }
      }
    }
    return exchange(request, head, connections.open(setup, request.limit()));
  }

  private List<Header> extra(HttpRequest request) {
    if (!compression || !request.method().equals("GET")) {
      return forProxy;
    }
    List<Header> extra = new ArrayList<>(forProxy);
    extra.add(new Header("Accept-Encoding", "gzip"));
    return extra;
  }

  /**
   * Whether it failed only because the server closed the idle connection just then. What does more
   * than read is not sent twice: nobody knows whether the server had got it.
   */
  private boolean mayBeRepeated(HttpRequest request, Connection reused, IOException e) {
    return request.method().equals("GET")
        && !reused.in().hasReceived()
        && !(e instanceof SocketTimeoutException)
        && !Thread.currentThread().isInterrupted()
        && !closed;
  }

  private HttpResponse exchange(HttpRequest request, byte[] head, Connection connection)
      throws IOException {
    try {
      connection.limit(request.limit());
      connection.send(head, request.body());
      ResponseHead answer = ResponseHead.read(connection.in());
      if (answer.code() == 407 && proxy.isPresent()) {
        throw HttpTunnel.unauthorized(proxy.get());
      }
      boolean none =
          request.method().equals("HEAD") || answer.code() == 204 || answer.code() == 304;
      Body body = new Body(connections, connection, answer.framing(!none));
      connection.limit(null);
      return new HttpResponse(answer, body);
    } catch (IOException e) {
      boolean late = connection.isLate();
      connections.drop(connection);
      throw late ? request.limit().passed(e) : e;
    }
  }

  /** Whether it was closed. */
  public boolean isClosed() {
    return closed;
  }

  /** Closes all connections, also those that are in use. */
  @Override
  public void close() {
    closed = true;
    connections.close();
    watchdog.close();
  }
}
