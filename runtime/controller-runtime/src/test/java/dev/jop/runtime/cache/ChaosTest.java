package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An informer against a server of which nearly no answer is good, while objects come and go. In the
 * end the store and every handler have what the server has, and each handler's history explains it.
 *
 * <p>{@code -Dchaos.seed=7} repeats the run of a seed, {@code -Dchaos.runs=1000} makes more of
 * them.
 */
class ChaosTest {

  private static final Map<Chaos.Fault, Integer> FAULTS = new TreeMap<>();

  static LongStream seeds() {
    Long seed = Long.getLong("chaos.seed");
    return seed == null
        ? LongStream.range(0, Integer.getInteger("chaos.runs", 12))
        : LongStream.of(seed);
  }

  @BeforeAll
  static void forgetFaults() {
    FAULTS.clear();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void endsWithWhatTheServerHasAndHistoriesThatExplainIt(long seed) {
    Random random = new Random(seed);
    try (InformedServer informed = new InformedServer(Chaos.IDLE)) {
      MisbehavingServer server = informed.server();
      server.offerInitialEvents(random.nextInt(3) > 0);
      server.haveWatchCache(random.nextBoolean());
      server.compress(random.nextBoolean());
      Chaos chaos = new Chaos(seed, server);
      server.behave(chaos);
      History<ConfigMap> first = informed.listen();
      History<ConfigMap> resynced = new History<>();
      informed.informer().addHandler(resynced, Duration.ofSeconds(1));
      informed.informer().start();

      for (int round = 0; round < 40; round++) {
        change(informed.objects(), random);
        if (random.nextInt(4) == 0) {
          server.cutWatches();
        }
        int asked = server.requests().size();
        Await.until(
            "the next request, seed " + seed,
            () -> server.requests().size() > asked || isCaughtUp(informed));
      }
      History<ConfigMap> late = informed.listen();
      chaos.end();

      informed.awaitTheSame(first, resynced, late);
      assertThat(first.violations()).as("the first handler, seed %d", seed).isEmpty();
      assertThat(resynced.violations()).as("the resynced handler, seed %d", seed).isEmpty();
      assertThat(late.violations()).as("the late handler, seed %d", seed).isEmpty();
      Await.until("all to be well, seed " + seed, () -> informed.informer().lastError().isEmpty());
      synchronized (FAULTS) {
        chaos.done().forEach((fault, times) -> FAULTS.merge(fault, times, Integer::sum));
      }
    }
  }

  @AfterAll
  static void madeEveryFault() {
    if (Long.getLong("chaos.seed") == null) {
      assertThat(FAULTS).containsOnlyKeys(Chaos.Fault.values());
    }
  }

  private static boolean isCaughtUp(InformedServer informed) {
    return informed.stored().equals(informed.objects().versions());
  }

  private static void change(ServedObjects objects, Random random) {
    int changes = random.nextInt(12);
    for (int i = 0; i < changes; i++) {
      String name = "n" + random.nextInt(5);
      if (random.nextInt(5) == 0) {
        objects.delete(name);
      } else {
        objects.put(name);
      }
    }
  }
}
