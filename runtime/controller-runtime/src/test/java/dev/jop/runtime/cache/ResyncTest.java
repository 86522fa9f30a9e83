package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is told of everything again, and when. */
class ResyncTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @AutoClose private final InformedServer informed = new InformedServer(Duration.ofMinutes(2));
  private final SharedIndexInformer<ConfigMap> informer = informed.informer();

  @Test
  @Tag("I23")
  @Tag("I31")
  void tellsThoseWhoWantItOfEverythingAgainAtMostEverySecond() {
    History<ConfigMap> resynced = new History<>();
    long start = System.nanoTime();
    informer.addHandler(resynced, Duration.ofMillis(1));
    History<ConfigMap> never = new History<>();
    informer.addHandler(never, Duration.ZERO);
    History<ConfigMap> other = informed.listen();
    informer.start();
    informed.awaitTheSame(resynced, never, other);

    Await.until("a second resync", () -> resynced.events().size() >= 15);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(2 * SECOND.toNanos());
    assertThat(resynced.events().subList(5, 10)).allMatch(event -> event.startsWith("sync"));
    assertThat(never.events()).hasSize(5);
    assertThat(other.events()).hasSize(5);
    assertThat(resynced.violations()).isEmpty();
  }

  @Test
  @Tag("K27")
  void tellsOfEverythingAgainWithoutARequest() {
    History<ConfigMap> resynced = new History<>();
    informer.addHandler(resynced, SECOND);
    informer.start();

    Await.until("a resync", () -> resynced.events().size() >= 10);
    assertThat(resynced.events().subList(5, 10)).allMatch(event -> event.startsWith("sync"));
    assertThat(informed.server().requests()).containsExactly("initial");
  }

  @Test
  @Tag("K27")
  void tellsOfNothingAgainIfACacheOrAKindHasNoPeriod() {
    CacheOptions defaults = CacheOptions.defaults();
    List<CacheOptions> without =
        List.of(
            defaults.withResyncPeriod(Duration.ZERO),
            defaults
                .withResyncPeriod(SECOND)
                .withKind(ConfigMap.class, kind -> kind.withResyncPeriod(Duration.ZERO)));
    for (CacheOptions options : without) {
      try (RestClient rest = informed.server().connect();
          Cache cache = Cache.create(rest, options)) {
        History<ConfigMap> never = new History<>();
        History<ConfigMap> resynced = new History<>();
        cache.informer(ConfigMap.class).addHandler(never);
        cache.informer(ConfigMap.class).addHandler(resynced, SECOND);
        cache.start();

        Await.until("a resync of the other", () -> resynced.events().size() >= 10);
        assertThat(never.events()).hasSize(5);
      }
    }
  }

  @Test
  @Tag("K27")
  void tellsOfEverythingAgainAfterTheTimeOfTheCacheOrOfTheKind() {
    CacheOptions defaults = CacheOptions.defaults();
    List<CacheOptions> with =
        List.of(
            defaults.withResyncPeriod(SECOND),
            defaults
                .withResyncPeriod(Duration.ZERO)
                .withKind(ConfigMap.class, kind -> kind.withResyncPeriod(SECOND)));
    for (CacheOptions options : with) {
      try (RestClient rest = informed.server().connect();
          Cache cache = Cache.create(rest, options)) {
        History<ConfigMap> resynced = new History<>();
        cache.informer(ConfigMap.class).addHandler(resynced);
        cache.start();

        Await.until("a resync", () -> resynced.events().size() >= 10);
        assertThat(resynced.violations()).isEmpty();
      }
    }
  }
}
