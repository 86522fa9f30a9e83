package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.testing.Await;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an informer that has lost its last handler. */
class CacheIdleTest {

  private static final Duration SOON = Duration.ofMillis(50);

  private final MisbehavingServer server = new MisbehavingServer();
  private final RestClient rest = server.connect();
  private final Cache cache = Cache.create(rest, CacheOptions.defaults().withIdleTimeout(SOON));
  private final SharedIndexInformer<ConfigMap> informer =
      (SharedIndexInformer<ConfigMap>) cache.informer(ConfigMap.class);

  CacheIdleTest() {
    server.objects().putAll("a", "b");
  }

  @AfterEach
  void close() {
    cache.close();
    rest.close();
    server.close();
  }

  @Test
  void goesOnWhileAReadWaits() throws Exception {
    CountDownLatch answer = new CountDownLatch(1);
    server.behave(
        (exchange, query) -> {
          SharedIndexInformerTest.awaitQuietly(answer);
          return false;
        });
    Informer.Registration only = informer.addHandler(event -> {});
    cache.start();
    CompletableFuture<List<ConfigMap>> read = new CompletableFuture<>();
    Thread reader = new Thread(() -> read.complete(cache.list(ConfigMap.class)));
    reader.start();
    Await.until("the read to wait", () -> reader.getState() == Thread.State.TIMED_WAITING);

    only.close();
    long longer = System.nanoTime() + 10 * SOON.toNanos();
    Await.until("much more than the idle time", () -> System.nanoTime() > longer);
    answer.countDown();

    assertThat(read.get(30, TimeUnit.SECONDS)).hasSize(2);
    assertThat(informer.isStopped()).isFalse();
    assertThat(server.requests()).containsExactly("initial");
  }

  @Test
  void keepsTheIndexesThatItHadWhenItBeginsAnew() {
    informer.indexer().addIndexers(Map.of("name", view -> List.of("is " + view.key().name())));
    cache.indexField(ConfigMap.class, "field", view -> List.of(view.key().name()));
    cache.start();
    for (int times = 0; times < 2; times++) {
      informer.addHandler(event -> {}).close();
      Await.until("the end of the watch", informer::isStopped);

      assertThat(informer.indexer().listIndexValues("name")).isSubsetOf("is a", "is b");
      assertThat(cache.list(ConfigMap.class, ListOptions.defaults().withFieldSelector("field=a")))
          .hasSize(1);
      assertThat(informer.indexer().listIndexValues("name"))
          .containsExactlyInAnyOrder("is a", "is b");
    }
  }

  @Test
  void forgetsTheIndexesOfAnInformerThatWasRemoved() {
    informer.indexer().addIndexers(Map.of("name", view -> List.of(view.key().name())));
    cache.indexField(ConfigMap.class, "field", view -> List.of(view.key().name()));
    cache.start();

    cache.removeInformer(ConfigMap.class);

    Indexer<ConfigMap> indexer = cache.informer(ConfigMap.class).indexer();
    indexer.addIndexers(Map.of("name", view -> List.of("again " + view.key().name())));
    assertThat(cache.list(ConfigMap.class, ListOptions.defaults().withFieldSelector("field=a")))
        .hasSize(1);
    assertThat(indexer.listIndexValues("name")).containsExactlyInAnyOrder("again a", "again b");
  }
}
