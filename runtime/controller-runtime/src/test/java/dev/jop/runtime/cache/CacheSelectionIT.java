package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a cache holds of a kind: what selectors let through and transforms leave. */
class CacheSelectionIT {

  private final Client client = TestServer.client();
  private final String here = TestServer.namespace();
  private final String there = TestServer.namespace();
  private Cache cache = cache(CacheOptions.defaults().withNamespaces(here));

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  @Tag("K17")
  @Tag("K28")
  void holdsOnlyWhatALabelSelectorOfTheKindSelects() {
    ConfigMap chosen = client.create(TestObjects.configMap(here, "chosen", "yes"));
    client.create(TestObjects.configMap(here, "other", "no"));
    client.create(TestObjects.secret(here, "secret"));
    cache =
        cache(
            CacheOptions.defaults()
                .withNamespaces(here)
                .withKind(
                    ConfigMap.class, kind -> kind.withConfig(c -> c.withLabelSelector("on=yes"))));
    List<Event<ConfigMap>> events = new CopyOnWriteArrayList<>();
    cache.informer(ConfigMap.class).addHandler(events::add);
    cache.start();

    assertThat(cache.list(ConfigMap.class)).hasSize(1);
    assertThat(cache.get(ConfigMap.class, ObjectKey.of(here, "other"))).isEmpty();
    assertThat(cache.list(Secret.class)).hasSize(1);

    chosen.getMetadata().setLabels(Map.of("on", "no"));
    client.update(chosen);
    Await.until("the one that matches no more to go", () -> events.size() == 2);
    assertThat(events.get(1)).isInstanceOf(DeleteEvent.class);
    assertThat(cache.list(ConfigMap.class)).isEmpty();
  }

  @Test
  @Tag("K17")
  void holdsOnlyWhatAFieldSelectorSelectsInEachNamespace() {
    for (String namespace : List.of(here, there)) {
      client.create(TestObjects.configMap(namespace, "one", "yes"));
      client.create(TestObjects.configMap(namespace, "two", "yes"));
    }
    cache =
        cache(
            CacheOptions.defaults()
                .withNamespaces(
                    Map.of(
                        here,
                        c -> c.withFieldSelector("metadata.name=one"),
                        there,
                        UnaryOperator.identity())));
    cache.start();

    assertThat(names(here)).containsExactly("one");
    assertThat(names(there)).containsExactly("one", "two");
    assertThat(cache.list(ConfigMap.class)).hasSize(3);
  }

  @Test
  @Tag("K17")
  void narrowsToTheNamespaceOfAFieldSelector() {
    client.create(TestObjects.configMap(here, "one", "yes"));
    client.create(TestObjects.configMap(there, "one", "yes"));
    cache =
        cache(
            CacheOptions.defaults()
                .withConfig(c -> c.withFieldSelector("metadata.namespace=" + here)));
    cache.start();

    assertThat(cache.list(ConfigMap.class))
        .singleElement()
        .satisfies(found -> assertThat(found.getMetadata().getNamespace()).isEqualTo(here));
  }

  @Test
  @Tag("K18")
  @Tag("I25")
  void storesWhatTheTransformOfTheKindMakesOfEachObjectInEveryForm() {
    client.create(TestObjects.configMap(here, "one", "yes"));
    client.create(TestObjects.secret(here, "one"));
    cache =
        cache(
            CacheOptions.defaults()
                .withNamespaces(here)
                .withConfig(c -> c.withTransform(Transform.dropping("data", "metadata.labels")))
                .withKind(
                    Secret.class,
                    kind -> kind.withConfig(c -> c.withTransform(Transform.dropping("type")))));
    cache.start();
    ObjectKey one = ObjectKey.of(here, "one");

    assertThat(cache.get(ConfigMap.class, one).orElseThrow().getData()).isNullOrEmpty();
    assertThat(cache.get(ResourceType.of(ConfigMap.class).asMetadata(), one).orElseThrow())
        .satisfies(found -> assertThat(found.getMetadata().getLabels()).isNullOrEmpty());
    assertThat(cache.get(ResourceType.of(ConfigMap.class).asGeneric(), one).orElseThrow())
        .satisfies(found -> assertThat(found.<Object>get("data")).isNull());
    assertThat(cache.get(Secret.class, one).orElseThrow().getData()).containsKey("key");
    assertThat(cache.get(Secret.class, one).orElseThrow().getType()).isNull();

    client.create(TestObjects.configMap(here, "later", "yes"));
    ObjectKey later = ObjectKey.of(here, "later");
    Await.until("the later one", () -> cache.get(ConfigMap.class, later).isPresent());
    assertThat(cache.get(ConfigMap.class, later).orElseThrow().getData()).isNullOrEmpty();
  }

  @Test
  void takesNothingFromTheServerThatATransformTookFromTheCache() {
    client.create(TestObjects.configMap(here, "one", "yes"));
    ObjectKey one = ObjectKey.of(here, "one");
    cache =
        cache(
            CacheOptions.defaults()
                .withNamespaces(here)
                .withConfig(c -> c.withTransform(Transform.dropping("data"))));
    cache.start();

    ConfigMap found = cache.get(ConfigMap.class, one).orElseThrow();
    found.getMetadata().setAnnotations(Map.of("seen", "yes"));
    Client.reading(TestServer.rest(), cache).update(found);

    ConfigMap live = client.get(ConfigMap.class, one).orElseThrow();
    assertThat(live.getMetadata().getAnnotations()).containsEntry("seen", "yes");
    assertThat(live.getData()).containsEntry("text", "some");
  }

  @Test
  void leavesAnObjectAsItWasThatATransformFailsOn() {
    client.create(TestObjects.configMap(here, "good", "yes"));
    cache =
        cache(
            CacheOptions.defaults()
                .withNamespaces(here)
                .withConfig(
                    c ->
                        c.withTransform(
                            object -> {
                              if (object.at("/metadata/name").asString("").equals("bad")) {
                                throw new IllegalStateException("cannot be transformed");
                              }
                              return object;
                            })));
    cache.start();
    assertThat(names(here)).containsExactly("good");

    client.create(TestObjects.configMap(here, "bad", "yes"));
    client.create(TestObjects.configMap(here, "next", "yes"));

    Await.until("the one after", () -> names(here).contains("next"));
    assertThat(names(here)).containsExactly("good", "next");
  }

  @Test
  @Tag("K19")
  void leavesManagedFieldsOutUnlessTheyAreWanted() {
    client.create(TestObjects.configMap(here, "one", "yes"));
    ObjectKey one = ObjectKey.of(here, "one");
    cache.start();
    assertThat(cache.get(ConfigMap.class, one).orElseThrow().getMetadata().getManagedFields())
        .isNullOrEmpty();
    cache.close();

    cache =
        cache(
            CacheOptions.defaults()
                .withNamespaces(here)
                .withConfig(c -> c.withManagedFields(true)));
    cache.start();
    assertThat(cache.get(ConfigMap.class, one).orElseThrow().getMetadata().getManagedFields())
        .isNotEmpty();
  }

  private static Cache cache(CacheOptions options) {
    return Cache.create(TestServer.rest(), options);
  }

  private List<String> names(String namespace) {
    return cache.list(ConfigMap.class, ListOptions.inNamespace(namespace)).stream()
        .map(found -> found.getMetadata().getName())
        .sorted()
        .toList();
  }
}
