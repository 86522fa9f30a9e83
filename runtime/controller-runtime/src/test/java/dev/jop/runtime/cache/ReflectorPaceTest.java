package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How soon a reflector goes on, in virtual time: it passes when the reflector sleeps, and while a
 * watch runs as long as its server says.
 */
@Tag("I12")
class ReflectorPaceTest {

  private static final Duration FIRST = Duration.ofMillis(800);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final ManualClock clock = new ManualClock();
  private final List<Duration> slept = new CopyOnWriteArrayList<>();

  @AutoClose
  private final MirroredServer mirrored =
      new MirroredServer(
          new ReflectorOptions(
              FIRST,
              LONGEST,
              Duration.ofMinutes(2),
              true,
              NoInformerMetrics.INSTANCE,
              error -> {},
              clock::nanoTime),
          Waits.REAL.withSleep(this::sleep));

  private final MisbehavingServer server = mirrored.server();

  private void sleep(Duration time) {
    slept.add(time);
    clock.advance(time);
  }

  @Test
  void losesNoTimeHoweverOftenItsConnectionsAreCut() {
    mirrored.startAndForget();
    AtomicInteger watches = new AtomicInteger();
    server.behave(
        watchThatLives(Duration.ofSeconds(3)).whenever(() -> watches.getAndIncrement() < 20));
    server.cutWatches();
    Await.until("20 cuts in a minute", () -> watches.get() > 20);
    mirrored.objects().put("f");

    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).hasSize(21).containsOnly("watch 105");
    assertThat(slept).isEmpty();
    assertThat(mirrored.metrics().failures).isEmpty();
    assertThat(mirrored.reflector().lastError()).isEmpty();
  }

  @Test
  void waitsLongerAndLongerForAServerThatAcceptsAndCutsAtOnce() {
    mirrored.startAndForget();
    AtomicInteger watches = new AtomicInteger();
    server.behave(watchThatLives(Duration.ZERO).whenever(() -> watches.getAndIncrement() < 6));
    server.cutWatches();
    Await.until("a watch behind six cuts", () -> watches.get() > 6);

    assertThat(slept).hasSize(6);
    for (int i = 0; i < 6; i++) {
      Duration wait = FIRST.multipliedBy(1L << i);
      assertThat(slept.get(i)).isBetween(wait, wait.multipliedBy(2));
    }
  }

  @Test
  @Tag("I4")
  void fetchesAnewAtOnceWhenItsVersionIsTooOld() {
    mirrored.startAndForget();
    clock.advance(Duration.ofSeconds(1));
    server.behaveOnNextWatch(
        (exchange, query) -> {
          mirrored.objects().put("f");
          mirrored.objects().compact();
          return false;
        });

    mirrored.awaitRequest("initial 105");
    mirrored.awaitTheSame();
    assertThat(mirrored.requests()).containsExactly("watch 105", "initial 105");
    assertThat(slept).isEmpty();
  }

  @Test
  void comesBackAtOnceWhenAKindThatWasAwayAnswersThatTheVersionIsTooOld() {
    mirrored.startAndForget();
    clock.advance(Duration.ofSeconds(1));
    server.behave(
        Behaviour.refuse(404, "NotFound")
            .whenever(() -> mirrored.requests().size() <= 6)
            .on(
                query -> {
                  mirrored.objects().put("f");
                  mirrored.objects().compact();
                  return true;
                }));
    server.cutWatches();
    mirrored.awaitRequest("initial 105");

    assertThat(mirrored.requests()).hasSize(8).startsWith("watch 105").endsWith("initial 105");
    assertThat(slept).as("one behind each refusal, none behind the 410").hasSize(6);
  }

  @Test
  void doesNotGoRoundInCirclesWithAServerThatForgetsEachVersionAtOnce() {
    server.offerInitialEvents(false);
    server.behave(
        Behaviour.refuse(410, "Expired")
            .on(query -> query.containsKey("watch") && !Behaviour.isInitial(query)));
    mirrored.start();

    Await.until("seven waits", () -> slept.size() >= 7);
    assertThat(slept.get(6)).isGreaterThanOrEqualTo(LONGEST);
  }

  @Test
  void waitsNoLongerThanAMinuteHoweverLongTheServerAsks() {
    Behaviour refuse = Behaviour.refuse(429, "TooManyRequests");
    server.behave(
        ((Behaviour)
                (exchange, query) -> {
                  exchange.getResponseHeaders().add("Retry-After", "99999");
                  return refuse.answer(exchange, query);
                })
            .times(1));
    mirrored.start();

    mirrored.awaitTheSame();
    assertThat(slept).containsExactly(Duration.ofMinutes(1));
  }

  /** A watch that the reflector sees begin, live for so long, and be cut. */
  private Behaviour watchThatLives(Duration life) {
    return (exchange, query) -> {
      int before = mirrored.metrics().watches.get();
      MisbehavingServer.begin(exchange);
      Await.until("the watch to begin", () -> mirrored.metrics().watches.get() > before);
      clock.advance(life);
      throw new IOException("cut");
    };
  }
}
