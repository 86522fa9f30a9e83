package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.envtest.ApiUser;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.LiveThreads;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How informers begin, are waited for, and end. */
class CacheLifeIT {

  private static final Duration SOON = Duration.ofMillis(200);

  private final Client client = TestServer.client();
  private final String namespace = TestServer.namespace();
  private final ObjectKey one = ObjectKey.of(namespace, "one");
  private final CacheOptions options =
      CacheOptions.defaults().withNamespaces(namespace).withIdleTimeout(SOON);
  private final Cache cache = Cache.create(TestServer.rest(), options);
  private final List<Event<ConfigMap>> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  @Tag("K2")
  void failsToReadWhatNoInformerFollowsIfItIsToldTo() {
    client.create(TestObjects.configMap(namespace, "one"));
    try (Cache strict = Cache.create(TestServer.rest(), options.withFailOnMissingInformer(true))) {
      strict.informer(ConfigMap.class);
      strict.start();

      assertThat(strict.get(ConfigMap.class, one)).isPresent();
      assertThatThrownBy(() -> strict.get(Secret.class, one))
          .isInstanceOf(ResourceNotCachedException.class)
          .hasMessageContaining("v1 Secret");
      assertThatThrownBy(() -> strict.list(Secret.class))
          .isInstanceOf(ResourceNotCachedException.class);
      strict.informer(Secret.class);
      assertThat(strict.list(Secret.class)).isEmpty();
    }
  }

  @Test
  @Tag("K9")
  void findsNothingWhereThereIsNothing() {
    cache.start();

    assertThat(cache.get(ConfigMap.class, one)).isEmpty();
    assertThat(cache.list(ConfigMap.class)).isEmpty();
  }

  @Test
  @Tag("K3")
  @Tag("K4")
  void waitsOnlyInReadsAndGoesOnWhenTheRightComes() throws Exception {
    client.create(TestObjects.configMap(namespace, "one"));
    ApiUser user = TestServer.environment().addUser("late-" + namespace);
    try (RestClient rest = RestClient.create(ClientConfigs.of(user.config()));
        Cache late = Cache.create(rest, options)) {
      late.start();
      late.indexField(ConfigMap.class, "name", view -> List.of(view.key().name()));
      Informer<ConfigMap> informer = late.informer(ConfigMap.class);
      CompletableFuture<List<ConfigMap>> read =
          CompletableFuture.supplyAsync(
              () ->
                  late.list(ConfigMap.class, ListOptions.defaults().withFieldSelector("name=one")));
      Await.until("the refusal", () -> informer.lastError().isPresent());
      assertThat(informer.hasSynced()).isFalse();
      assertThat(read).isNotDone();

      Rights.toRead(client, namespace, user, "configmaps");

      assertThat(read.get(40, TimeUnit.SECONDS)).hasSize(1);
      assertThat(informer.hasSynced()).isTrue();
    }
  }

  @Test
  void saysWhichRightsAreMissingWhenAReadHasWaitedInVain() {
    ApiUser user = TestServer.environment().addUser("never-" + namespace);
    try (RestClient rest = RestClient.create(ClientConfigs.of(user.config()));
        Cache blind = Cache.create(rest, options.withSyncTimeout(Duration.ofMillis(700)))) {
      blind.start();

      assertThatThrownBy(() -> blind.list(ConfigMap.class))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining(
              "this program has no right to list and watch configmaps in namespace " + namespace)
          .hasMessageContaining("PT0.7S");
    }
  }

  @Test
  @Tag("K5")
  void givesUpWaitingWhenItsThreadIsInterrupted() throws Exception {
    ApiUser user = TestServer.environment().addUser("interrupted-" + namespace);
    try (RestClient rest = RestClient.create(ClientConfigs.of(user.config()));
        Cache blind = Cache.create(rest, options)) {
      blind.start();
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread reader =
          new Thread(
              () -> {
                try {
                  blind.list(ConfigMap.class);
                } catch (ApiException e) {
                  thrown.set(e);
                }
              });
      reader.start();
      Await.until("the reader to wait", () -> reader.getState() == Thread.State.TIMED_WAITING);

      reader.interrupt();
      reader.join(10_000);

      assertThat(thrown.get()).isInstanceOf(ApiException.class).hasMessageContaining("interrupted");
    }
  }

  @Test
  void readsWithinAHandlerWhatNobodyFollowsYetAndHoldsUpNoOther() {
    List<Integer> secrets = new CopyOnWriteArrayList<>();
    cache
        .informer(ConfigMap.class)
        .addHandler(event -> secrets.add(cache.list(Secret.class).size()));
    cache.informer(ConfigMap.class).addHandler(events::add);
    cache.start();

    client.create(TestObjects.configMap(namespace, "one"));
    client.create(TestObjects.configMap(namespace, "two"));

    Await.until("the handler that reads", () -> secrets.equals(List.of(0, 0)));
    Await.until("the other handler", () -> events.size() == 2);
  }

  @Test
  @Tag("K20")
  void beginsAnewAfterAnInformerWasRemoved() {
    client.create(TestObjects.configMap(namespace, "one"));
    cache.indexField(ConfigMap.class, "name", view -> List.of(view.key().name()));
    Informer<ConfigMap> removed = cache.informer(ConfigMap.class);
    removed.addHandler(events::add);
    cache.start();
    Await.until("the handler's event", () -> events.size() == 1);

    cache.removeInformer(ConfigMap.class);
    cache.removeInformer(ConfigMap.class);

    assertThatThrownBy(() -> removed.addHandler(events::add))
        .isInstanceOf(IllegalStateException.class);
    client.create(TestObjects.configMap(namespace, "two"));
    ListOptions two = ListOptions.defaults().withFieldSelector("name=two");
    assertThat(cache.list(ConfigMap.class, two)).hasSize(1);
    assertThat(cache.list(ConfigMap.class)).hasSize(2);
    assertThat(events).hasSize(1);
  }

  @Test
  void endsAWatchWithItsLastHandler() {
    Informer<ConfigMap> informer = cache.informer(ConfigMap.class);
    Informer.Registration first = informer.addHandler(events::add);
    Informer.Registration second = informer.addHandler(events::add);
    cache.start();
    Await.until("the handlers", () -> first.hasSynced() && second.hasSynced());

    first.close();
    client.create(TestObjects.configMap(namespace, "one"));
    Await.until("the handler that stays", () -> events.size() == 1);
    second.close();

    Await.until("the end of the watch", ((SharedIndexInformer<ConfigMap>) informer)::isStopped);
    assertThat(cache.get(ConfigMap.class, one)).isPresent();
  }

  @Test
  void keepsAWatchThatSomebodyReadsAfterItsLastHandlerLeft() {
    Informer<ConfigMap> informer = cache.informer(ConfigMap.class);
    Informer.Registration only = informer.addHandler(events::add);
    cache.start();
    Await.until("the handler", only::hasSynced);

    only.close();
    long longer = System.nanoTime() + 10 * SOON.toNanos();
    Await.until(
        "much more than the idle time, full of reads",
        () -> cache.list(ConfigMap.class).isEmpty() && System.nanoTime() > longer);

    assertThat(((SharedIndexInformer<ConfigMap>) informer).isStopped()).isFalse();
  }

  @Test
  void waitsForManyHandlersThatComeAndGoWithOneThread() {
    try (Cache patient =
        Cache.create(TestServer.rest(), options.withIdleTimeout(Duration.ofMinutes(1)))) {
      Informer<ConfigMap> informer = patient.informer(ConfigMap.class);
      patient.start();
      int before = threads();
      for (int i = 0; i < 100; i++) {
        informer.addHandler(events::add).close();
      }

      Await.until("the handlers' threads to end", () -> threads() <= before + 3);
    }
  }

  @Test
  void goesOnWithAnInformerThatSomebodyHeldWhileItsWatchHadEnded() {
    client.create(TestObjects.configMap(namespace, "one"));
    Informer<ConfigMap> held = cache.informer(ConfigMap.class);
    Indexer<ConfigMap> indexer = held.indexer();
    cache.start();
    held.addHandler(event -> {}).close();
    Await.until("the end of the watch", ((SharedIndexInformer<ConfigMap>) held)::isStopped);
    client.create(TestObjects.configMap(namespace, "two"));

    held.addHandler(events::add);

    Await.until("both objects", () -> events.size() == 2);
    assertThat(indexer.listKeys()).hasSize(2);
  }

  @Test
  @Tag("K27")
  void tellsOfEverythingAgain() {
    client.create(TestObjects.configMap(namespace, "one"));
    try (Cache restless =
        Cache.create(
            TestServer.rest(),
            options.withKind(
                ConfigMap.class, kind -> kind.withResyncPeriod(Duration.ofSeconds(1))))) {
      restless.informer(ConfigMap.class).addHandler(events::add);
      restless.start();

      Await.until("two resyncs", () -> events.size() >= 3);
      UpdateEvent<ConfigMap> again = (UpdateEvent<ConfigMap>) events.get(2);
      assertThat(again.oldObject()).isEqualTo(again.object());
    }
  }

  @Test
  void refusesWhatComesAfterItsEnd() {
    cache.start();
    assertThat(cache.list(ConfigMap.class)).isEmpty();
    cache.close();
    cache.close();

    assertThatThrownBy(() -> cache.list(ConfigMap.class)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cache.informer(Secret.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  private static int threads() {
    return LiveThreads.endingWith("-configmaps").size();
  }
}
