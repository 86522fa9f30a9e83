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

  private final TestDoor door = new TestDoor(ServerOptions.defaults());

  @AfterEach
  void close() {
    door.close();
  }

  private CompletableFuture<Boolean> stop(Duration grace) {
    CompletableFuture<Boolean> stopped = new CompletableFuture<>();
    Threads.start("stop", () -> stopped.complete(door.server.stop(grace)));
    return stopped;
  }

  private RawClient waiter() throws IOException {
    RawClient client = new RawClient(door.address());
    int before = door.waiting.get();
    client.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
    Await.until("the handler runs", () -> door.waiting.get() > before);
    return client;
  }

  @Test
  void finishesWhatRunsAndTakesNothingNew() throws Exception {
    try (RawClient running = waiter();
        RawClient idle = new RawClient(door.address());
        RawClient half = new RawClient(door.address());
        RawClient body = new RawClient(door.address())) {
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
      door.gate.countDown();
      assertThat(running.answer()).containsIgnoringCase("connection: close").endsWith("waited");
      assertThat(running.isClosedWithin(30_000)).isTrue();
      assertThat(stopped.get(60, TimeUnit.SECONDS)).isTrue();
      assertThat(door.server.stop(LONG)).isTrue();
    }
  }

  private boolean isShut() {
    try {
      new RawClient(door.address()).close();
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void breaksOffWhatTakesTooLong() throws Exception {
    try (RawClient running = waiter()) {
      assertThat(door.server.stop(Duration.ofMillis(100))).isFalse();
      Await.until("the handler is interrupted", () -> door.interrupted.get() == 1);
      assertThat(running.isClosedWithin(10_000)).isTrue();
    }
  }

  @Test
  void stopsAtOnceWhereNobodyIs() throws Exception {
    RawClient.probe(door.address());
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
                door.server.stop(LONG);
                interrupted.complete(Thread.currentThread().isInterrupted());
              });
      stopping.interrupt();
      assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(running.isClosedWithin(10_000)).isTrue();
    }
  }
}
