package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.envtest.ApiUser;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Namespaces that come and go while a cache runs, and what does not change with them. */
class CacheNamespacesIT {

  private final Client client = TestServer.client();
  private final String here = TestServer.namespace();
  private final String there = TestServer.namespace();
  private final CountedMetrics metrics = new CountedMetrics();
  private final CacheOptions options =
      CacheOptions.defaults().withNamespaces(here).withMetrics((type, state) -> metrics);

  @Test
  void fetchesNothingAnewOfTheNamespacesThatStay() throws Exception {
    String dropped = "data";
    CacheOptions dropping =
        options.withKind(
            ConfigMap.class,
            kind -> kind.withConfig(c -> c.withTransform(Transform.dropping(dropped))));
    for (CacheOptions any : List.of(options, dropping)) {
      metrics.lists.set(0);
      try (Cache cache = Cache.create(TestServer.rest(), any)) {
        Informer<ConfigMap> informer = cache.informer(ConfigMap.class);
        cache.start();
        assertThat(cache.waitForSync(Duration.ofSeconds(30))).isTrue();

        cache.addNamespace(there);
        assertThat(informer.waitForSync(Duration.ofSeconds(30))).isTrue();
        Await.until("the count of the fetches", () -> metrics.lists.get() >= 2);
        cache.removeNamespace(there);

        assertThat(informer.hasSynced()).isTrue();
        assertThat(metrics.lists).hasValue(2);
      }
    }
  }

  @Test
  void doesNotHoldANamespaceWhoseOptionsFail() {
    try (Cache cache = Cache.create(TestServer.rest(), options)) {
      cache.informer(ConfigMap.class);
      cache.start();
      assertThatThrownBy(() -> cache.addNamespace(there, c -> c.withLabelSelector("((")))
          .isInstanceOf(IllegalArgumentException.class);

      assertThat(cache.list(Secret.class)).isEmpty();
      assertThatThrownBy(() -> cache.list(Secret.class, ListOptions.inNamespace(there)))
          .isInstanceOf(UnknownNamespaceException.class);
    }
  }

  @Test
  void listsByAnIndexWhileAnotherNamespaceCannotBeRead() {
    client.create(configMap("one"));
    ApiUser user = TestServer.environment().addUser("half-" + here);
    Rights.toRead(client, here, user, "configmaps");
    try (RestClient rest = RestClient.create(user.config());
        Cache cache = Cache.create(rest, options.withNamespaces(here, there))) {
      cache.start();
      cache.indexField(ConfigMap.class, "name", view -> List.of(view.key().name()));

      assertThat(
              cache.list(
                  ConfigMap.class, ListOptions.inNamespace(here).withFieldSelector("name=one")))
          .hasSize(1);
    }
  }

  @Test
  void letsTwoWatchErrorHandlersRemoveTheSameNamespace() throws Exception {
    ApiUser user = TestServer.environment().addUser("refused-" + here);
    Rights.toRead(client, here, user, "configmaps", "secrets");
    CompletableFuture<Cache> made = new CompletableFuture<>();
    CyclicBarrier both = new CyclicBarrier(2);
    Set<Thread> done = ConcurrentHashMap.newKeySet();
    CacheOptions removing =
        options
            .withNamespaces(here, there)
            .withWatchErrorHandler(
                error -> {
                  try {
                    both.await(2, TimeUnit.SECONDS);
                  } catch (Exception alone) {
                    Thread.interrupted(); // the other has removed it already
                  }
                  made.join().removeNamespace(there);
                  done.add(Thread.currentThread());
                });
    try (RestClient rest = RestClient.create(user.config());
        Cache cache = Cache.create(rest, removing)) {
      made.complete(cache);
      Informer<ConfigMap> configMaps = cache.informer(ConfigMap.class);
      Informer<Secret> secrets = cache.informer(Secret.class);
      cache.start();

      Await.until("both to be done", () -> done.size() == 2);
      assertThat(configMaps.waitForSync(Duration.ofSeconds(30))).isTrue();
      assertThat(secrets.waitForSync(Duration.ofSeconds(30))).isTrue();
    }
  }

  private ConfigMap configMap(String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(here)
        .withName(name)
        .endMetadata()
        .build();
  }
}
