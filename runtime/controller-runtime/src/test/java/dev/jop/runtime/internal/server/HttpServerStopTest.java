package dev.jop.runtime.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.testing.Await;
import dev.jop.runtime.thread.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServerStopTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final TestHttpServer server = new TestHttpServer(ServerOptions.defaults());

  @AfterEach
  void close() {
    server.close();
  }

  private CompletableFuture<Boolean> stop(Duration grace) {
    CompletableFuture<Boolean> stopped = new CompletableFuture<>();
    Threads.start("stop", () -> stopped.complete(server.http.stop(grace)));
    return stopped;
  }

  private RawClient waiter() throws IOException {
    RawClient client = new RawClient(server.address());
    int before = server.waiting.get();
    client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    Await.until("the handler runs", () -> server.waiting.get() > before);
    return client;
  }

  @Test
  void finishesWhatRunsAndTakesNothingNew() throws Exception {
    try (RawClient running = waiter();
        RawClient idle = new RawClient(server.address());
        RawClient half = new RawClient(server.address());
        RawClient body = new RawClient(server.address())) {
      idle.send("GET /ok HTTP/1.1\r\nHost: x\r\n\r\n");
      idle.answer();
      half.send("GET /ok HTTP/1.1\r\nHost");
      body.send(
          "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
      body.head();
      CompletableFuture<Boolean> stopped = stop(LONG);

      assertThat(idle.isClosedWithin(30_000)).isTrue();
      assertThat(half.isClosedWithin(30_000)).isTrue();
      Await.until("nobody is let in", this::isShut);
      assertThat(stopped).isNotDone();
      body.send("ab");
      assertThat(body.answer()).containsIgnoringCase("connection: close").endsWith(" ab");
      server.gate.countDown();
      assertThat(running.answer()).containsIgnoringCase("connection: close").endsWith("waited");
      assertThat(running.isClosedWithin(30_000)).isTrue();
      assertThat(stopped.get(60, TimeUnit.SECONDS)).isTrue();
      assertThat(server.http.stop(LONG)).isTrue();
    }
  }

  private boolean isShut() {
    try {
      new RawClient(server.address()).close();
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void breaksOffWhatTakesTooLong() throws Exception {
    try (RawClient running = waiter()) {
      assertThat(server.http.stop(Duration.ofMillis(100))).isFalse();
      Await.until("the handler is interrupted", () -> server.interrupted.get() == 1);
      assertThat(running.isClosedWithin(10_000)).isTrue();
    }
  }

  @Test
  void stopsAtOnceWhereNobodyIs() throws Exception {
    RawClient.probe(server.address());
    assertThat(stop(LONG).get(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void doesNotWaitOnWhenItIsInterrupted() throws Exception {
    try (RawClient running = waiter()) {
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread stopping =
          Threads.start(
              "stop",
              () -> {
                server.http.stop(LONG);
                interrupted.complete(Thread.currentThread().isInterrupted());
              });
      stopping.interrupt();
      assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(running.isClosedWithin(10_000)).isTrue();
    }
  }
}
