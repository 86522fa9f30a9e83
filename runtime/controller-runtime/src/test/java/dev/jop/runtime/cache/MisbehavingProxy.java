package dev.jop.runtime.cache;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ResponseStream;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.ParsedTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a real API server and passes reads on, most of them badly: a seed chooses what is
 * done to the n-th request.
 */
final class MisbehavingProxy implements AutoCloseable {

  private enum Fault {
    NONE,
    REFUSE,
    EXPIRE,
    CUT,
    END,
    STALL,
    DRIP
  }

  private static final int[] REFUSALS = {401, 403, 404, 429, 500, 502, 503, 504};
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final RestClient target;
  private final long seed;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<ResponseStream> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean misbehaving;
  private volatile boolean away;

  /** A proxy that behaves until it is told otherwise. */
  MisbehavingProxy(RestClient target, long seed) {
    this.target = target;
    this.seed = seed;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A connection through this proxy. */
  RestClient connect() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return RestClient.create(ClientConfigs.at(url));
  }

  /** How much was asked for. */
  int requests() {
    return requests.get();
  }

  void setMisbehaving(boolean misbehaving) {
    this.misbehaving = misbehaving;
  }

  /** Whether all is refused for now. */
  void setAway(boolean away) {
    this.away = away;
    cut();
  }

  /** Ends what is being passed on. */
  void cut() {
    open.forEach(ResponseStream::close);
  }

  private void handle(HttpExchange exchange) throws IOException {
    Random random = new Random(seed * 1_000_003 + requests.getAndIncrement());
    Fault fault = misbehaving ? Fault.values()[random.nextInt(Fault.values().length)] : Fault.NONE;
    if (away || fault == Fault.REFUSE) {
      int code = away ? 503 : REFUSALS[random.nextInt(REFUSALS.length)];
      MisbehavingServer.refuse(exchange, code, "Odd");
    } else if (fault == Fault.EXPIRE) {
      MisbehavingServer.refuse(exchange, 410, "Expired");
    } else {
      pass(exchange, fault, random);
    }
    exchange.close();
  }

  private void pass(HttpExchange exchange, Fault fault, Random random) throws IOException {
    ResponseStream stream;
    try {
      ApiPath path = ParsedTarget.parse(exchange.getRequestURI().toString()).path();
      stream = target.stream(path, "pass on");
    } catch (ApiException e) {
      String message = e.getMessage() == null ? "" : e.getMessage().replace('"', '\'');
      MisbehavingServer.send(
          exchange,
          e.code() == 0 ? 502 : e.code(),
          ServedObjects.status(e.code(), e.reason(), message));
      return;
    }
    open.add(stream);
    MisbehavingServer.begin(exchange);
    int left = fault == Fault.NONE ? Integer.MAX_VALUE : random.nextInt(6000);
    try (stream) {
      for (List<ByteBuffer> piece = stream.read(IDLE);
          piece != null && left >= 0;
          piece = stream.read(IDLE)) {
        for (ByteBuffer buffer : piece) {
          left = write(exchange.getResponseBody(), buffer, fault == Fault.DRIP, left);
        }
      }
    } catch (ApiException e) {
      throw new IOException(e); // cuts the connection
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(stream);
    }
    if (left < 0 && fault == Fault.CUT) {
      throw new IOException("cut");
    } else if (left < 0 && fault == Fault.STALL) {
      stall();
    }
  }

  /** Writes what may still be written; gives how much may then, or -1 if it was too much. */
  private static int write(OutputStream body, ByteBuffer buffer, boolean drips, int left)
      throws IOException {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    int length = Math.max(0, Math.min(left, bytes.length));
    for (int i = 0; drips && i < length; i++) {
      body.write(bytes, i, 1);
      body.flush();
    }
    if (!drips) {
      body.write(bytes, 0, length);
      body.flush();
    }
    return length < bytes.length ? -1 : left - length;
  }

  private void stall() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    cut();
    server.stop(0);
    threads.shutdownNow();
  }
}
