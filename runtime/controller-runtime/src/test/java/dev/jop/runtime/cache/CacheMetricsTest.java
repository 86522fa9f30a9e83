package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.RestClient;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CacheMetricsTest {

  @Test
  void countsEachKindAndTellsOfFailuresToFollowIt() throws InterruptedException {
    CountedMetrics metrics = new CountedMetrics();
    List<String> kinds = new CopyOnWriteArrayList<>();
    List<Integer> failures = new CopyOnWriteArrayList<>();
    CacheOptions options =
        CacheOptions.defaults()
            .withMetrics(
                (type, state) -> {
                  kinds.add(type.plural());
                  return metrics;
                })
            .withWatchErrorHandler(error -> failures.add(error.code()));
    try (MisbehavingServer server = new MisbehavingServer();
        RestClient rest = server.connect();
        Cache cache = Cache.create(rest, options)) {
      server.objects().putAll("a", "b");
      server.behave(
          (exchange, query) -> {
            boolean refused = failures.isEmpty();
            if (refused) {
              MisbehavingServer.refuse(exchange, 403, "Forbidden");
            }
            return refused;
          });
      cache.informer(ConfigMap.class);
      cache.start();

      assertThat(cache.waitForSync(Duration.ofSeconds(30))).isTrue();
      assertThat(cache.list(ConfigMap.class)).hasSize(2);
    }
    assertThat(kinds).containsExactly("configmaps");
    assertThat(failures).containsExactly(403);
    assertThat(metrics.failures).containsExactly("watch Forbidden", "list Forbidden");
    assertThat(metrics.items).hasValue(2);
    assertThat(metrics.closed).isTrue();
  }
}
