package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.envtest.ApiUser;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which namespaces a cache holds, also of those that come and go while it runs. */
class CacheNamespacesIT {

  private static final ListOptions ALL = ListOptions.defaults();

  private final Client client = TestServer.client();
  private final String here = TestServer.namespace();
  private final String there = TestServer.namespace();
  private final CountedMetrics metrics = new CountedMetrics();
  private final CacheOptions options =
      CacheOptions.defaults().withNamespaces(here).withMetrics((type, state) -> metrics);
  private Cache cache = cache(options);

  @AfterEach
  void close() {
    cache.close();
  }

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
    client.create(TestObjects.configMap(here, "one"));
    ApiUser user = TestServer.environment().addUser("half-" + here);
    Rights.toRead(client, here, user, "configmaps");
    try (RestClient rest = RestClient.create(ClientConfigs.of(user.config()));
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
    try (RestClient rest = RestClient.create(ClientConfigs.of(user.config()));
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

  @Test
  @Tag("K14")
  void holdsOneNamespaceButClusterScopedKindsWhole() {
    client.create(Gadget.of(ObjectKey.of(TestServer.namespace(), "elsewhere"), 1));
    cache.start();

    assertThat(cache.list(Gadget.class)).isEmpty();
    assertThat(cache.get(Namespace.class, ObjectKey.of("default"))).isPresent();
    assertThat(cache.get(Namespace.class, ObjectKey.of("ignored", "default"))).isPresent();
  }

  @Test
  @Tag("K10")
  void refusesToReadANamespaceThatItDoesNotHold() {
    client.create(TestObjects.configMap(there, "one", "yes"));
    cache.start();

    assertThatThrownBy(() -> cache.get(ConfigMap.class, ObjectKey.of(there, "one")))
        .isInstanceOf(UnknownNamespaceException.class)
        .hasMessageContaining(there);
    assertThatThrownBy(() -> cache.list(ConfigMap.class, ListOptions.inNamespace(there)))
        .isInstanceOf(UnknownNamespaceException.class);
    assertThatThrownBy(
            () -> cache.list(ConfigMap.class, ALL.withFieldSelector("metadata.namespace=" + there)))
        .isInstanceOf(UnknownNamespaceException.class)
        .hasMessageContaining(there);
    cache.close();

    cache = cache(CacheOptions.defaults());
    cache.start();
    assertThat(cache.get(ConfigMap.class, ObjectKey.of("not-there", "one"))).isEmpty();
  }

  @Test
  @Tag("K14")
  void holdsTheNamespacesThatAKindHasOfItsOwn() {
    client.create(TestObjects.configMap(there, "one", "yes"));
    client.create(TestObjects.secret(here, "one"));
    cache =
        cache(
            CacheOptions.defaults()
                .withNamespaces(here)
                .withKind(ConfigMap.class, kind -> kind.withNamespaces(there)));
    cache.start();

    assertThat(names(there)).containsExactly("one");
    assertThat(cache.list(Secret.class, ListOptions.inNamespace(here))).hasSize(1);
    assertThatThrownBy(() -> names(here)).isInstanceOf(UnknownNamespaceException.class);
  }

  @Test
  @Tag("K14")
  void treatsANamedNamespaceOtherwiseThanTheRest() {
    for (String namespace : List.of(here, there)) {
      client.create(TestObjects.configMap(namespace, "on", "yes"));
      client.create(TestObjects.configMap(namespace, "off", "no"));
    }
    cache =
        cache(
            CacheOptions.defaults()
                .withNamespaces(
                    Map.of(
                        CacheOptions.ALL_NAMESPACES,
                        UnaryOperator.identity(),
                        here,
                        c -> c.withLabelSelector("on=yes"))));
    cache.start();

    assertThat(names(here)).containsExactly("on");
    assertThat(names(there)).containsExactly("off", "on");
  }

  @Test
  void takesUpANamespaceAndLeavesItWhileItRuns() {
    client.create(TestObjects.configMap(here, "one", "yes"));
    client.create(TestObjects.configMap(there, "two", "yes"));
    List<Event<ConfigMap>> events = new CopyOnWriteArrayList<>();
    Informer<ConfigMap> informer = cache.informer(ConfigMap.class);
    informer.addHandler(events::add);
    cache.start();
    assertThat(names(here)).containsExactly("one");

    cache.addNamespace(there);
    assertThat(names(there)).containsExactly("two");
    Await.until("the event of the new namespace", () -> events.size() == 2);
    assertThat(events.get(1)).isInstanceOf(CreateEvent.class);
    client.create(TestObjects.configMap(there, "three", "yes"));
    Await.until("a later event of it", () -> events.size() == 3);

    cache.removeNamespace(there);
    Await.until("the end of what it held", () -> events.size() == 5);
    assertThat(events.subList(3, 5))
        .allMatch(event -> ((DeleteEvent<ConfigMap>) event).isFinalStateUnknown());
    assertThatThrownBy(() -> names(there)).isInstanceOf(UnknownNamespaceException.class);
    client.create(TestObjects.configMap(there, "four", "yes"));
    client.create(TestObjects.configMap(here, "five", "yes"));
    Await.until("what goes on in the other", () -> events.size() == 6);
    assertThat(events.get(5).object().key()).isEqualTo(ObjectKey.of(here, "five"));
    assertThat(cache.list(ConfigMap.class, ALL)).hasSize(2);
  }

  @Test
  void takesANamespaceOutOfAllAndBack() {
    client.create(TestObjects.configMap(here, "on", "yes"));
    client.create(TestObjects.configMap(here, "off", "no"));
    cache = cache(CacheOptions.defaults());
    cache.start();
    assertThat(names(here)).containsExactly("off", "on");

    cache.addNamespace(here, c -> c.withLabelSelector("on=yes"));
    assertThat(names(here)).containsExactly("on");
    cache.removeNamespace(here);
    assertThat(names(here)).containsExactly("off", "on");
  }

  @Test
  void keepsItsLastNamespace() {
    assertThatThrownBy(() -> cache.removeNamespace(here))
        .isInstanceOf(IllegalArgumentException.class);
    cache.start();
    assertThat(names(here)).isEmpty();
  }

  private List<String> names(String namespace) {
    return cache.list(ConfigMap.class, ListOptions.inNamespace(namespace)).stream()
        .map(found -> found.getMetadata().getName())
        .sorted()
        .toList();
  }

  private static Cache cache(CacheOptions options) {
    return Cache.create(TestServer.rest(), options);
  }
}
