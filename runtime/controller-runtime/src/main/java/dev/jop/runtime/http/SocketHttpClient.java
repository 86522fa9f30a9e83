package dev.jop.runtime.http;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.StandardHttpClient;
import io.fabric8.kubernetes.client.http.StandardHttpRequest;
import io.fabric8.kubernetes.client.http.StandardWebSocketBuilder;
import io.fabric8.kubernetes.client.http.WebSocket;
import io.fabric8.kubernetes.client.http.WebSocketResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sends a request and reads the head of its answer, in the thread that calls. */
final class SocketHttpClient
    extends StandardHttpClient<SocketHttpClient, SocketHttpClientFactory, SocketHttpClientBuilder> {

  private static final int SENT_AT_ONCE = 64 * 1024;

  private final ConnectionPool connections;

  SocketHttpClient(
      SocketHttpClientBuilder builder, ConnectionPool connections, AtomicBoolean closed) {
    super(builder, closed);
    this.connections = connections;
  }

  ConnectionPool connections() {
    return connections;
  }

  @Override
  public CompletableFuture<HttpResponse<AsyncBody>> consumeBytesDirect(
      StandardHttpRequest request, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    try {
      return CompletableFuture.completedFuture(exchange(request, consumer));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private HttpResponse<AsyncBody> exchange(
      StandardHttpRequest request, AsyncBody.Consumer<List<ByteBuffer>> consumer)
      throws IOException {
    Origin origin = Origin.of(request.uri());
    byte[] bytes = RequestBytes.of(request, origin);
    Connection reused = connections.reuse(origin);
    if (reused != null) {
      try {
        return exchange(request, bytes, reused, consumer);
      } catch (IOException e) {
        if (!mayBeRepeated(request, reused, e)) {
          throw e;
        }
      }
    }
    return exchange(request, bytes, connections.open(origin), consumer);
  }

  /**
   * Whether it failed only because the server closed the idle connection just then. What does more
   * than read is not sent twice: nobody knows whether the server had got it.
   */
  private boolean mayBeRepeated(StandardHttpRequest request, Connection reused, IOException e) {
    return request.method().equals("GET")
        && !reused.hasReceived()
        && !(e instanceof SocketTimeoutException)
        && !Thread.currentThread().isInterrupted()
        && !isClosed();
  }

  private HttpResponse<AsyncBody> exchange(
      StandardHttpRequest request,
      byte[] bytes,
      Connection connection,
      AsyncBody.Consumer<List<ByteBuffer>> consumer)
      throws IOException {
    Duration timeout = request.getTimeout() == null ? Duration.ZERO : request.getTimeout();
    try {
      connection.setTimeout(timeout);
      send(bytes, connection, timeout);
      ResponseHead head = ResponseHead.read(connection);
      return new SocketResponse(request, head, body(head, request, connection, timeout, consumer));
    } catch (SocketTimeoutException e) {
      connections.drop(connection);
      throw timedOut(timeout, e);
    } catch (IOException e) {
      connections.drop(connection);
      throw e;
    }
  }

  /** Sockets know no time-out for writing, which waits when much is sent to who takes nothing. */
  private static void send(byte[] bytes, Connection connection, Duration timeout)
      throws IOException {
    if (bytes.length < SENT_AT_ONCE || timeout.isZero()) {
      connection.send(bytes);
      return;
    }
    CompletableFuture<Void> sent = new CompletableFuture<>();
    var unused =
        sent.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (nothing, late) -> {
                  if (late != null) {
                    connection.abort();
                  }
                });
    try {
      connection.send(bytes);
    } catch (IOException e) {
      throw sent.isCompletedExceptionally() ? timedOut(timeout, e) : e;
    } finally {
      sent.complete(null);
    }
  }

  private static IOException timedOut(Duration timeout, IOException cause) {
    IOException e = new SocketTimeoutException("no answer within " + timeout.toMillis() + " ms");
    e.initCause(cause);
    return e;
  }

  private SocketBody body(
      ResponseHead head,
      StandardHttpRequest request,
      Connection connection,
      Duration timeout,
      AsyncBody.Consumer<List<ByteBuffer>> consumer)
      throws IOException {
    boolean none = request.method().equals("HEAD") || head.code() == 204 || head.code() == 304;
    return new SocketBody(
        connections,
        connection,
        new SocketBody.Framing(
            !head.says("Connection", "close"),
            !none && head.says("Transfer-Encoding", "chunked"),
            none ? 0 : head.length(),
            !none
                && head.says("Content-Encoding", "gzip")
                && request.headers("Accept-Encoding").isEmpty()),
        timeout,
        consumer);
  }

  @Override
  public CompletableFuture<WebSocketResponse> buildWebSocketDirect(
      StandardWebSocketBuilder request, WebSocket.Listener listener) {
    return CompletableFuture.failedFuture(
        new UnsupportedOperationException("this HTTP client opens no web sockets"));
  }

  @Override
  protected void doClose() {
    connections.close();
  }
}
