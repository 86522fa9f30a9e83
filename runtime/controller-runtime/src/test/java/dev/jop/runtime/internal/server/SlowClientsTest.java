package dev.jop.runtime.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.testing.Await;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many clients that take their time; a probe must be answered at once all the while. */
class SlowClientsTest {

  private static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String HEAD = "GET /ok HTTP/1.1\r\nHost: x\r\nA: b";
  private static final String BODY =
      "POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nabc";
  private static final String BIG = "GET /big HTTP/1.1\r\nHost: x\r\n\r\n";

  private final List<SocketChannel> clients = new ArrayList<>();

  @AfterEach
  void leave() throws IOException {
    for (SocketChannel client : clients) {
      client.close();
    }
  }

  private static ServerOptions.Builder patient() {
    return ServerOptions.builder()
        .headerTime(LONG)
        .bodyTime(LONG)
        .answerTime(LONG)
        .idleTime(LONG)
        .maxConnections(20_000);
  }

  private void come(TestHttpServer server, int number, String begin) throws IOException {
    for (int i = 0; i < number; i++) {
      SocketChannel client = SocketChannel.open();
      clients.add(client);
      client.setOption(StandardSocketOptions.SO_RCVBUF, 4096); // who does not read lets little come
      client.connect(server.address());
      client.write(ByteBuffer.wrap(begin.getBytes(StandardCharsets.US_ASCII)));
      client.configureBlocking(false);
    }
  }

  /** How many connections are open still, after a drop of what each wants to send. */
  private long open(String drop) {
    ByteBuffer read = ByteBuffer.allocate(4096);
    clients.removeIf(
        client -> {
          try {
            client.write(ByteBuffer.wrap(drop.getBytes(StandardCharsets.US_ASCII)));
            if (client.read(read.clear()) >= 0) {
              return false;
            }
            client.close();
            return true;
          } catch (IOException reset) {
            return true;
          }
        });
    return clients.size();
  }

  private static void assertProbe(TestHttpServer server) throws IOException {
    assertThat(RawClient.probe(server.address())).endsWith("ok");
  }

  @Test
  void holdsNoThreadForAHalfSentHeadAndClosesItInTime() throws Exception {
    try (TestHttpServer server = new TestHttpServer(patient().headerTime(SHORT).build())) {
      assertProbe(server);
      come(server, 400, HEAD);
      assertProbe(server);
      assertThat(server.threads()).isLessThanOrEqualTo(3);
      Await.until("all half-sent heads are closed", () -> open("") == 0);
    }
  }

  @Test
  void countsTheTimeOfAHeadAsAWholeHoweverItDrips() throws Exception {
    try (TestHttpServer server = new TestHttpServer(patient().headerTime(SHORT).build())) {
      come(server, 100, HEAD);
      Await.until("all dripping heads are closed", () -> open("a") == 0);
      come(server, 100, "");
      Await.until("all silent connections are closed", () -> open("") == 0);
      assertProbe(server);
    }
  }

  @Test
  void countsTheTimeOfALaterHeadFromItsFirstByte() throws Exception {
    try (TestHttpServer server = new TestHttpServer(patient().headerTime(SHORT).build())) {
      come(server, 50, "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n" + HEAD);
      come(server, 50, "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n");
      Await.until("dripping heads behind an answer are closed", () -> open("a") == 0);
    }
  }

  @Test
  void countsTheTimeOfABodyAsAWholeHoweverItDrips() throws Exception {
    try (TestHttpServer server = new TestHttpServer(patient().bodyTime(SHORT).build())) {
      come(server, 400, BODY);
      assertProbe(server);
      assertThat(server.threads()).isLessThanOrEqualTo(3);
      Await.until("all dripping bodies are closed", () -> open("a") == 0);
    }
  }

  @Test
  void closesIdleConnectionsInTime() throws Exception {
    try (TestHttpServer server = new TestHttpServer(patient().idleTime(SHORT).build())) {
      come(server, 50, "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n");
      Await.until("all idle connections are closed", () -> open("") == 0);
    }
  }

  @Test
  void letsGoOfClientsThatDoNotRead() throws Exception {
    try (TestHttpServer server =
        new TestHttpServer(patient().answerTime(SHORT).maxHeldBytes(1L << 30).build())) {
      come(server, 20, BIG);
      assertProbe(server);
      Await.until("connections to those who do not read are reset", () -> resets() == 20);
      assertProbe(server);
    }
  }

  /** How many connections end, which shows behind what was sent before. */
  private long resets() {
    return clients.stream()
        .filter(
            client -> {
              try {
                client.write(ByteBuffer.wrap(new byte[] {'G'}));
                return false;
              } catch (IOException reset) {
                return true;
              }
            })
        .count();
  }

  @Test
  void forgetsClientsThatAreCutOff() throws Exception {
    try (TestHttpServer server = new TestHttpServer(patient().maxConnections(100).build())) {
      for (String begin :
          new String[] {HEAD, BODY, BIG, "", "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n"}) {
        come(server, 90, begin);
        for (SocketChannel client : clients) {
          client.setOption(StandardSocketOptions.SO_LINGER, 0); // so that its end is a reset
        }
        leave();
        clients.clear();
        assertProbe(server);
      }
    }
  }

  @Test
  void makesRoomForWhoIsNewByClosingWhoHasDawdledLongest() throws Exception {
    try (TestHttpServer server = new TestHttpServer(patient().maxConnections(50).build())) {
      come(server, 50, HEAD);
      assertProbe(server);
      come(server, 200, HEAD);
      assertProbe(server);
      Await.until("only as many as may be are left", () -> open("") <= 50);
      assertThat(clients).hasSizeGreaterThanOrEqualTo(48);
    }
  }

  @Test
  void neverClosesWhoIsBeingWorkedFor() throws Exception {
    try (TestHttpServer server = new TestHttpServer(patient().maxConnections(2).build());
        RawClient first = new RawClient(server.address());
        RawClient second = new RawClient(server.address())) {
      first.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
      second.send("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n");
      Await.until("both are being worked for", () -> server.waiting.get() == 2);
      try (RawClient third = new RawClient(server.address())) {
        assertThat(third.isClosedWithin(10_000)).isTrue();
      }
      server.gate.countDown();
      assertThat(first.answer()).endsWith("waited");
      assertThat(second.answer()).endsWith("waited");
    }
  }

  @Test
  void holdsNoMoreInMemoryThanItMay() throws Exception {
    long limit = 4L << 20;
    String begin =
        "POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + "a".repeat(100_000);
    try (TestHttpServer server = new TestHttpServer(patient().maxHeldBytes(limit).build())) {
      come(server, 200, begin);
      assertProbe(server);
      Await.until("there are only as many as there is room for", () -> open("") <= 42);
      assertThat(clients).hasSizeGreaterThan(20);
      assertProbe(server);
    }
  }

  @Test
  void sendsNoMoreAnswersAtATimeThanItMayHold() throws Exception {
    try (TestHttpServer server = new TestHttpServer(patient().maxHeldBytes(5L << 20).build())) {
      come(server, 100, BIG);
      assertProbe(server);
      Await.until("only so many answers are held", () -> resets() >= 90);
      assertProbe(server);
    }
  }

  @Test
  void servesThousandsAndIsAsBeforeWhenTheyAreGone() throws Exception {
    try (TestHttpServer server = new TestHttpServer(patient().maxHandlers(8).build())) {
      assertProbe(server);
      long before = usedHeap();
      for (int round = 0; round < 2; round++) {
        come(server, 1500, HEAD);
        come(server, 500, BODY);
        come(server, 1000, "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n");
        assertProbe(server);
        assertThat(server.threads()).isLessThanOrEqualTo(2 + 8);
        leave();
        clients.clear();
      }
      Await.until("the threads are gone that handled them", () -> server.threads() <= 1);
      assertProbe(server);
      Await.until("the heap is as it was", () -> usedHeap() < before + (8 << 20));
    }
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
