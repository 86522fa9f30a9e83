package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.envtest.ApiUser;
import dev.jop.envtest.Environment;
import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.event.UpdateEvent;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
  void leavesOutOfAListWhatItsTypeCannotHoldButNotTheRest() {
    client.create(gadget("fits", 1));
    Gadget odd = gadget("odd", 1);
    odd.setSpec(new Gadget.Spec(1, List.of(new Gadget.Part("a"))));
    client.create(odd);
    cache.start();

    assertThat(cache.list(NarrowGadget.class))
        .singleElement()
        .satisfies(found -> assertThat(ObjectKey.of(found)).isEqualTo(key("fits")));
    assertThatThrownBy(() -> cache.get(NarrowGadget.class, key("odd")))
        .isInstanceOf(CodecException.class);
    assertThat(cache.list(Gadget.class)).hasSize(2);
  }

  @Test
  @Tag("K13")
  void listsByLabel() {
    for (String tier : List.of("front", "back")) {
      client.create(
          new ConfigMapBuilder()
              .withNewMetadata()
              .withNamespace(namespace)
              .withName(tier)
              .withLabels(Map.of("tier", tier))
              .endMetadata()
              .build());
    }
    cache.start();

    assertThat(cache.list(ConfigMap.class, ListOptions.defaults().withLabelSelector("tier=front")))
        .extracting(object -> object.getMetadata().getName())
        .containsExactly("front");
  }

  @Test
  @Tag("K11")
  void cutsAListAtItsLimitBehindTheLabelFilter() {
    for (int i = 0; i < 6; i++) {
      Gadget gadget = gadget("limited-" + i, i);
      gadget.getMetadata().setLabels(Map.of("odd", Boolean.toString(i % 2 == 1)));
      client.create(gadget);
    }
    cache.start();
    ListOptions odd = ListOptions.defaults().withLabelSelector("odd=true");

    assertThat(cache.list(Gadget.class, odd.withLimit(2)))
        .hasSize(2)
        .allMatch(gadget -> gadget.getSpec().size() % 2 == 1);
    assertThat(cache.list(Gadget.class, odd.withLimit(9))).hasSize(3);
    assertThat(client.list(Gadget.class, odd.withNamespace(namespace).withLimit(2))).hasSize(2);
  }

  @Test
  @Tag("K15")
  void listsByFieldsThatHaveAnIndex() {
    cache.indexField(
        Gadget.class, "spec.size", view -> List.of("" + view.object().getSpec().size()));
    cache.indexField(Gadget.class, "name", view -> List.of(view.key().name()));
    client.create(gadget("one", 1));
    client.create(gadget("uno", 1));
    Gadget two = client.create(gadget("two", 2));
    cache.start();
    ListOptions ones = ListOptions.defaults().withFieldSelector("spec.size=1");

    assertThat(cache.list(Gadget.class, ones)).hasSize(2);
    assertThat(cache.list(Gadget.class, ones.withFieldSelector("spec.size==1,name=uno")))
        .hasSize(1);
    two.setSpec(new Gadget.Spec(1, null));
    client.update(two);
    Await.until("the change in the index", () -> cache.list(Gadget.class, ones).size() == 3);
    assertThat(cache.list(Gadget.class, ones.withFieldSelector("spec.size=2"))).isEmpty();
  }

  @Test
  @Tag("K16")
  void takesOnlyExactFieldSelectorsThatHaveAnIndex() {
    cache.start();

    assertThatThrownBy(
            () -> cache.list(Gadget.class, ListOptions.defaults().withFieldSelector("a!=b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exact");
    assertThatThrownBy(
            () -> cache.list(Gadget.class, ListOptions.defaults().withFieldSelector("a=b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no index field:a");
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
    try (RestClient rest = RestClient.create(user.config());
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
        RestClient rest = RestClient.create(environment.config());
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

  /** Gadgets, as one who knows only some of them sees them. */
  @Group("test.jop.dev")
  @Version("v1")
  @Kind("Gadget")
  @Plural("gadgets")
  public static final class NarrowGadget extends CustomResource<NarrowSpec, Void>
      implements Namespaced {
    private static final long serialVersionUID = 1L;
  }

  /** Thinks that parts are numbers. */
  public record NarrowSpec(List<Integer> parts) {}
}
