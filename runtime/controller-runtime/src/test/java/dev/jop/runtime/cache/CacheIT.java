package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.envtest.ApiUser;
import dev.jop.envtest.Environment;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.ClientConfigs;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CacheIT {

  private static final Path CRD = Path.of("src/test/resources/gadget-crd.yaml");

  private final Client client = TestServer.client();
  private final String namespace = TestServer.namespace();
  private final Cache cache =
      Cache.create(TestServer.rest(), CacheOptions.defaults().withNamespaces(namespace));
  private final List<Event<Gadget>> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  @Tag("K1")
  void startsToFollowAKindWhenItIsFirstRead() {
    client.create(gadget("there", 1));
    cache.start();

    assertThat(cache.get(Gadget.class, key("there"))).isPresent();
    assertThat(cache.get(Gadget.class, key("not-there"))).isEmpty();
    client.create(gadget("later", 1));
    Await.until("the new gadget", () -> cache.get(Gadget.class, key("later")).isPresent());
  }

  @Test
  @Tag("I26")
  void tellsOfEveryChangeInOrder() {
    client.create(gadget("first", 1));
    cache.informer(Gadget.class).addHandler(events::add);
    cache.start();
    Await.until("the initial list", () -> events.size() == 1);

    Gadget second = client.create(gadget("second", 1));
    second.setSpec(new Gadget.Spec(2, null));
    second = client.update(second);
    client.delete(second);
    Await.until("three more events", () -> events.size() == 4);

    assertThat(((CreateEvent<Gadget>) events.get(0)).isInInitialList()).isTrue();
    assertThat(((CreateEvent<Gadget>) events.get(1)).isInInitialList()).isFalse();
    UpdateEvent<Gadget> update = (UpdateEvent<Gadget>) events.get(2);
    assertThat(update.oldObject().object().getSpec().size()).isEqualTo(1);
    assertThat(update.object().object().getSpec().size()).isEqualTo(2);
    assertThat(((DeleteEvent<Gadget>) events.get(3)).isFinalStateUnknown()).isFalse();
    assertThat(events.get(3).object().key()).isEqualTo(key("second"));
  }

  @Test
  @Tag("I26")
  void tellsALateHandlerOfEverythingThatIsThere() {
    IntStream.range(0, 20).forEach(i -> client.create(gadget("g-" + i, i)));
    cache.start();
    assertThat(cache.list(Gadget.class)).hasSize(20);

    Informer.Registration registration = cache.informer(Gadget.class).addHandler(events::add);
    Await.until("the handler to sync", registration::hasSynced);

    assertThat(events)
        .hasSize(20)
        .allMatch(event -> ((CreateEvent<Gadget>) event).isInInitialList());
  }

  @Test
  @Tag("I27")
  void isSyncedForAHandlerOnlyWhenTheHandlerIsDone() {
    client.create(gadget("held", 1));
    CountDownLatch hold = new CountDownLatch(1);
    Informer.Registration registration =
        cache
            .informer(Gadget.class)
            .addHandler(
                event -> {
                  try {
                    hold.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    cache.start();
    Await.until("the cache to sync", cache.informer(Gadget.class)::hasSynced);

    assertThat(registration.hasSynced()).isFalse();
    hold.countDown();
    Await.until("the handler to sync", registration::hasSynced);
  }

  @Test
  @Tag("I28")
  void tellsARemovedHandlerNothingMore() {
    Informer.Registration registration = cache.informer(Gadget.class).addHandler(events::add);
    cache.start();
    Await.until("the handler to sync", registration::hasSynced);

    registration.close();
    registration.close();
    client.create(gadget("unheard", 1));
    Await.until("the cache", () -> cache.get(Gadget.class, key("unheard")).isPresent());

    assertThat(events).isEmpty();
  }

  @Test
  @Tag("K6")
  void givesEveryCallerAnObjectOfItsOwn() {
    client.create(gadget("own", 1));
    cache.start();

    cache.get(Gadget.class, key("own")).orElseThrow().setSpec(new Gadget.Spec(99, null));

    assertThat(cache.get(Gadget.class, key("own")).orElseThrow().getSpec().size()).isEqualTo(1);
  }

  @Test
  @Tag("K26")
  void refusesToReadBeforeItIsStarted() {
    assertThatThrownBy(() -> cache.list(Gadget.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not started");
  }

  @Test
  @Tag("K21")
  void startsOnce() {
    cache.start();
    assertThatThrownBy(cache::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhichRightKeepsItFromSyncing() {
    ApiUser user = TestServer.environment().addUser("reader-without-rights");
    try (RestClient rest = RestClient.create(ClientConfigs.of(user.config()));
        Cache blind =
            Cache.create(rest, CacheOptions.defaults().withSyncTimeout(Duration.ofMillis(1500)))) {
      blind.start();
      assertThatThrownBy(() -> blind.list(Gadget.class))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining("reader-without-rights")
          .hasMessageContaining("gadgets");
    }
  }

  @Test
  void outlivesItsApiServerAndAMissingCrd() {
    try (Environment environment = Environment.start();
        RestClient rest = RestClient.create(ClientConfigs.of(environment.config()));
        Cache other = Cache.create(rest, CacheOptions.defaults())) {
      Client live = Client.live(rest);
      other.informer(Gadget.class).addHandler(events::add);
      other.start();
      environment.installCrds(CRD);
      ObjectKey before = ObjectKey.of("default", "before");
      ObjectKey during = ObjectKey.of("default", "during");
      live.create(Gadget.of(before, 1));
      Await.until("the CRD that came late", () -> events.size() == 1);

      environment.apiServer().kill();
      assertThat(other.get(Gadget.class, before)).isPresent();
      environment.apiServer().start();
      live.delete(live.get(Gadget.class, before).orElseThrow());
      live.create(Gadget.of(during, 1));

      Await.until(
          "the changes after the restart",
          () ->
              other.get(Gadget.class, before).isEmpty()
                  && other.get(Gadget.class, during).isPresent());
      Await.until("their events", () -> events.size() == 3);
      assertThat(events.get(1)).isInstanceOf(DeleteEvent.class);
      assertThat(events.get(2)).isInstanceOf(CreateEvent.class);
    }
  }

  private Gadget gadget(String name, int size) {
    return Gadget.of(key(name), size);
  }

  private ObjectKey key(String name) {
    return ObjectKey.of(namespace, name);
  }
}
