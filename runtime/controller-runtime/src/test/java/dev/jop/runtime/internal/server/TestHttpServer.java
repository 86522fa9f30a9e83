package dev.jop.runtime.internal.server;

import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.LiveThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with handlers that tests need. */
final class TestHttpServer implements AutoCloseable {

  /** More than the system takes off a server's hands. */
  private static final byte[] BIG = new byte[1 << 20];

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  /** Whoever asks for {@code /wait} gets an answer when this is open. */
  final CountDownLatch gate = new CountDownLatch(1);

  /** How many have asked for {@code /wait}. */
  final AtomicInteger waiting = new AtomicInteger();

  /** How many handlers were interrupted. */
  final AtomicInteger interrupted = new AtomicInteger();

  final HttpServer http;
  private final String name = "test server " + NUMBERS.incrementAndGet();

  TestHttpServer(ServerOptions options) {
    http =
        HttpServer.listen(
            name, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), options);
    http.handle("/ok", Set.of(), request -> Response.text(200, "ok"));
    http.handle(
        "/echo",
        Set.of("GET", "POST"),
        request ->
            Response.text(
                200,
                request.method()
                    + " "
                    + request.query()
                    + " "
                    + new String(request.body(), StandardCharsets.ISO_8859_1)));
    http.handle(
        "/length",
        Set.of("POST"),
        request -> Response.text(200, String.valueOf(request.body().length)));
    http.handle("/wait", Set.of(), request -> waitForGate());
    http.handleBelow("/below", Set.of(), request -> Response.text(200, request.path()));
    http.handle("/big", Set.of(), request -> Response.of(200, "text/plain", BIG));
    http.start();
    if (options.tls().isEmpty()) {
      awaitStart();
    }
  }

  /** Loading classes for the first time is not what a probe's second is for. */
  private void awaitStart() {
    try {
      RawClient.ask(address(), "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response waitForGate() throws InterruptedException {
    waiting.incrementAndGet();
    try {
      gate.await();
      return Response.text(200, "waited");
    } catch (InterruptedException e) {
      interrupted.incrementAndGet();
      throw e;
    }
  }

  InetSocketAddress address() {
    return http.address();
  }

  /** The threads that run for it. */
  int threads() {
    return (int)
        LiveThreads.names().stream().filter(thread -> thread.startsWith(name + " ")).count();
  }

  @Override
  public void close() {
    gate.countDown();
    http.close();
    Await.until("the threads of " + name + " end", () -> threads() == 0);
  }
}
