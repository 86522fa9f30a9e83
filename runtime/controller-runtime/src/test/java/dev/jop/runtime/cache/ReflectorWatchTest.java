package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.testing.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A watch, how it ends, and from where the next one goes on. */
class ReflectorWatchTest {

  @AutoClose private final MirroredServer mirrored = new MirroredServer();
  private final MisbehavingServer server = mirrored.server();

  @Test
  @Tag("I1")
  @Tag("I2")
  @Tag("I38")
  void movesItsVersionOnWithEachEventAndEachBookmark() {
    mirrored.startAndForget();
    mirrored.objects().put("a");
    mirrored.awaitTheSame();
    server.cutWatches();
    mirrored.awaitRequest("watch 106");
    assertThat(mirrored.storedVersion()).isEqualTo("106");

    server.behaveOnNextWatch(Behaviour.say(ServedObjects.bookmark(150, false)));

    mirrored.awaitRequest("watch 150");
    assertThat(mirrored.storedVersion()).isEqualTo("150");
    assertThat(mirrored.stored()).isEqualTo(mirrored.objects().versions());
    assertThat(mirrored.replaced()).isEqualTo(1);
  }

  @Test
  @Tag("I3")
  void followsOnFromWhereAWatchWasCutAtAnyByte() {
    mirrored.startAndForget();
    byte[] longest =
        String.join("", mirrored.objects().eventsAfter(104).events())
            .getBytes(StandardCharsets.UTF_8);
    AtomicInteger cut = new AtomicInteger(1);
    server.behave(
        (exchange, query) -> {
          int length = cut.getAndIncrement();
          if (length > longest.length) {
            return false;
          }
          mirrored.objects().put("y");
          byte[] events =
              String.join(
                      "", mirrored.objects().eventsAfter(MisbehavingServer.version(query)).events())
                  .getBytes(StandardCharsets.UTF_8);
          MisbehavingServer.begin(exchange);
          exchange.getResponseBody().write(events, 0, length);
          exchange.getResponseBody().flush();
          if (length % 2 == 0) {
            throw new java.io.IOException("cut"); // else the answer ends in order, amid an object
          }
          return true;
        });
    server.cutWatches();

    Await.until("a cut at every byte", () -> cut.get() > longest.length);
    mirrored.objects().delete("a");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).allMatch(request -> request.startsWith("watch"));
    assertThat(mirrored.replaced()).isEqualTo(1);
  }

  @Test
  @Tag("I11")
  void asksForWatchesOfFiveToTenMinutes() {
    mirrored.startAndForget();
    List<Integer> seconds = new CopyOnWriteArrayList<>();
    server.behave(
        (exchange, query) -> {
          seconds.add(Integer.parseInt(query.getOrDefault("timeoutSeconds", "0")));
          MisbehavingServer.begin(exchange);
          MisbehavingServer.write(exchange, ServedObjects.bookmark(105, false));
          return true;
        });
    server.cutWatches();

    Await.until("40 watches", () -> seconds.size() > 40);
    assertThat(seconds).allMatch(s -> s >= 300 && s < 600);
    assertThat(seconds.stream().distinct().count()).isGreaterThan(10);
  }

  @Test
  @Tag("I14")
  void passesOverEventsOfAnotherKind() {
    mirrored.startAndForget();
    mirrored.objects().put("f");
    server.behaveOnNextWatch(
        Behaviour.say(
            ServedObjects.event(
                    "ADDED", ServedObjects.object("x", "u", 900).replace("ConfigMap", "Secret"))
                + ServedObjects.event(
                    "ADDED", ServedObjects.object("x", "u", 901).replace("v1", "other/v1"))));

    Await.until("two events", () -> mirrored.metrics().undecodable.get() == 2);
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).doesNotContain("watch 900", "watch 901", "initial");
  }

  @Test
  @Tag("I14")
  void goesOnFromTheLastEventWhateverItsVersionSays() {
    mirrored.startAndForget();
    server.behaveOnNextWatch(
        Behaviour.say(ServedObjects.bookmark(900, false) + ServedObjects.bookmark(105, false)));

    mirrored.awaitRequest("watch 105");
    mirrored.objects().put("f");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("watch 105", "watch 105");
  }

  @Test
  void passesOverAnEventThatCannotBeReadAndTakesTheRest() {
    mirrored.startAndForget();
    server.stopListening();
    mirrored.objects().put("f");
    server.behaveOnNextWatch(
        Behaviour.say(
            ServedObjects.event("ADDED", "{\"metadata\":{}}")
                + "{\"type\":\"ODD\",\"object\":{\"metadata\":{\"name\":\"x\"}}}"
                + "{\"type\":\"ADDED\"}"
                + mirrored.objects().changesAfter(105).get(0).event()));
    server.listenAgain();

    mirrored.awaitTheSame();
    mirrored.awaitRequest("watch 106");
    assertThat(mirrored.metrics().undecodable).hasValue(3);
    assertThat(mirrored.replaced()).isEqualTo(1);
  }

  @Test
  void takesADripOfBytes() {
    mirrored.startAndForget();
    server.stopListening();
    mirrored.objects().put("g");
    mirrored.objects().put("日本");
    byte[] events =
        String.join("", mirrored.objects().eventsAfter(105).events())
            .getBytes(StandardCharsets.UTF_8);
    AtomicInteger watches = new AtomicInteger();
    server.behave(
        (exchange, query) -> {
          if (watches.getAndIncrement() > 0) {
            return false;
          }
          MisbehavingServer.begin(exchange);
          for (byte b : events) {
            exchange.getResponseBody().write(b);
            exchange.getResponseBody().flush();
          }
          return true;
        });
    server.listenAgain();

    mirrored.awaitRequest("watch 107");
    assertThat(mirrored.stored()).isEqualTo(mirrored.objects().versions());
  }

  /** As some proxies do to keep a connection open to a server that is gone. */
  @Test
  void endsAWatchThatSendsWithoutAnEndAndFollowsOn() {
    Waits waits = Waits.REAL.withWatches(Duration.ofSeconds(1), Duration.ofSeconds(1));
    try (MirroredServer dripping = new MirroredServer(MirroredServer.HASTY, waits)) {
      dripping.startAndForget();
      dripping
          .server()
          .behaveOnNextWatch(
              (exchange, query) -> {
                dripping.objects().put("f");
                MisbehavingServer.begin(exchange);
                while (true) { // until nobody listens
                  MisbehavingServer.write(exchange, "\n");
                  dripping.server().fallSilent(Duration.ofMillis(20));
                }
              });

      Await.until("f", () -> dripping.stored().containsKey("f"));
      assertThat(dripping.replaced()).isEqualTo(1);
      assertThat(dripping.metrics().failures).isEmpty();
    }
  }

  /** A stall of 30 seconds against the default of two minutes, all of it twenty times as fast. */
  @Test
  void outlastsAStallThatIsShorterThanTheTimeAfterWhichAWatchIsGivenUp() {
    Duration idle = ReflectorOptions.defaults().idle();
    Duration stall = Duration.ofSeconds(30);
    assertThat(idle).isEqualTo(stall.multipliedBy(4));
    try (MirroredServer patient = new MirroredServer(idle.dividedBy(20))) {
      patient.startAndForget();
      patient
          .server()
          .behave(
              (exchange, query) -> {
                patient.objects().put("f");
                patient.objects().delete("a");
                String events = String.join("", patient.objects().eventsAfter(105).events());
                int amidAnObject = events.length() / 3;
                MisbehavingServer.begin(exchange);
                MisbehavingServer.write(exchange, events.substring(0, amidAnObject));
                patient.server().fallSilent(stall.dividedBy(20));
                MisbehavingServer.write(exchange, events.substring(amidAnObject));
                return patient.server().fallSilent();
              });
      patient.server().cutWatches();

      patient.awaitRequest("watch 105");
      patient.awaitTheSame();
      assertThat(patient.requests()).containsExactly("watch 105");
      assertThat(patient.replaced()).isEqualTo(1);
      assertThat(patient.metrics().failures).isEmpty();
    }
  }

  @Test
  @Tag("I16")
  void endsAtOnceWhileItWatches() {
    mirrored.startAndForget();

    mirrored.reflector().close();
    mirrored.objects().put("late");

    assertThat(mirrored.stored()).doesNotContainKey("late");
    assertThat(mirrored.metrics().watchesEnded).hasValue(1);
  }

  @Test
  @Tag("I16")
  void endsAtOnceWhileItWaitsToTryAgain() {
    server.behave(
        (exchange, query) -> {
          exchange.getResponseHeaders().add("Retry-After", "3600");
          MisbehavingServer.refuse(exchange, 429, "TooManyRequests");
          return true;
        });
    mirrored.start();
    Await.until("the refusal", () -> mirrored.reflector().lastError().isPresent());

    long start = System.nanoTime();
    mirrored.reflector().close();

    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    assertThat(mirrored.requests()).hasSize(1);
  }
}
