package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.DeleteEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a cache holds: selectors, transforms and namespaces. */
class CacheSelectionIT {

  private static final ListOptions ALL = ListOptions.defaults();

  private final Client client = TestServer.client();
  private final String here = TestServer.namespace();
  private final String there = TestServer.namespace();
  private final String elsewhere = TestServer.namespace();
  private Cache cache = cache(CacheOptions.defaults().withNamespaces(here));

  @AfterEach
  void close() {
    cache.close();
  }

  @Test
  @Tag("K17")
  @Tag("K28")
  void holdsOnlyWhatALabelSelectorOfTheKindSelects() {
    ConfigMap chosen = client.create(configMap(here, "chosen", "yes"));
    client.create(configMap(here, "other", "no"));
    client.create(secret(here, "secret"));
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
      client.create(configMap(namespace, "one", "yes"));
      client.create(configMap(namespace, "two", "yes"));
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
    client.create(configMap(here, "one", "yes"));
    client.create(configMap(there, "one", "yes"));
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
    client.create(configMap(here, "one", "yes"));
    client.create(secret(here, "one"));
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

    client.create(configMap(here, "later", "yes"));
    ObjectKey later = ObjectKey.of(here, "later");
    Await.until("the later one", () -> cache.get(ConfigMap.class, later).isPresent());
    assertThat(cache.get(ConfigMap.class, later).orElseThrow().getData()).isNullOrEmpty();
  }

  @Test
  void takesNothingFromTheServerThatATransformTookFromTheCache() {
    client.create(configMap(here, "one", "yes"));
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
    client.create(configMap(here, "good", "yes"));
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

    client.create(configMap(here, "bad", "yes"));
    client.create(configMap(here, "next", "yes"));

    Await.until("the one after", () -> names(here).contains("next"));
    assertThat(names(here)).containsExactly("good", "next");
  }

  @Test
  @Tag("K19")
  void leavesManagedFieldsOutUnlessTheyAreWanted() {
    client.create(configMap(here, "one", "yes"));
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

  @Test
  @Tag("K10")
  void refusesToReadANamespaceThatItDoesNotHold() {
    client.create(configMap(there, "one", "yes"));
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
    client.create(configMap(there, "one", "yes"));
    client.create(secret(here, "one"));
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
      client.create(configMap(namespace, "on", "yes"));
      client.create(configMap(namespace, "off", "no"));
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
    client.create(configMap(here, "one", "yes"));
    client.create(configMap(there, "two", "yes"));
    List<Event<ConfigMap>> events = new CopyOnWriteArrayList<>();
    Informer<ConfigMap> informer = cache.informer(ConfigMap.class);
    informer.addHandler(events::add);
    cache.start();
    assertThat(names(here)).containsExactly("one");

    cache.addNamespace(there);
    assertThat(names(there)).containsExactly("two");
    Await.until("the event of the new namespace", () -> events.size() == 2);
    assertThat(events.get(1)).isInstanceOf(CreateEvent.class);
    client.create(configMap(there, "three", "yes"));
    Await.until("a later event of it", () -> events.size() == 3);

    cache.removeNamespace(there);
    Await.until("the end of what it held", () -> events.size() == 5);
    assertThat(events.subList(3, 5))
        .allMatch(event -> ((DeleteEvent<ConfigMap>) event).isFinalStateUnknown());
    assertThatThrownBy(() -> names(there)).isInstanceOf(UnknownNamespaceException.class);
    client.create(configMap(there, "four", "yes"));
    client.create(configMap(here, "five", "yes"));
    Await.until("what goes on in the other", () -> events.size() == 6);
    assertThat(events.get(5).object().key()).isEqualTo(ObjectKey.of(here, "five"));
    assertThat(cache.list(ConfigMap.class, ALL)).hasSize(2);
  }

  @Test
  void takesANamespaceOutOfAllAndBack() {
    client.create(configMap(here, "on", "yes"));
    client.create(configMap(here, "off", "no"));
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

  @Test
  @Tag("K11")
  void countsTheLimitAfterTheSelection() {
    for (String name : List.of("a", "b", "c")) {
      client.create(configMap(here, name, "yes"));
      client.create(configMap(here, "not-" + name, "no"));
    }
    cache.start();

    List<ConfigMap> some =
        cache.list(ConfigMap.class, ALL.withLabelSelector("on=yes").withLimit(2));

    assertThat(some)
        .hasSize(2)
        .allMatch(found -> "yes".equals(found.getMetadata().getLabels().get("on")));
  }

  @Test
  @Tag("K15")
  void listsByNameAndNamespaceWithoutAnIndex() {
    client.create(configMap(here, "one", "yes"));
    client.create(configMap(here, "two", "yes"));
    client.create(configMap(there, "one", "yes"));
    cache = cache(CacheOptions.defaults().withNamespaces(here, there, elsewhere));
    cache.start();

    assertThat(cache.list(ConfigMap.class, ALL.withFieldSelector("metadata.name=one"))).hasSize(2);
    assertThat(
            cache.list(
                ConfigMap.class,
                ALL.withFieldSelector("metadata.name=one,metadata.namespace=" + there)))
        .hasSize(1);
    assertThat(
            cache.list(
                ConfigMap.class,
                ListOptions.inNamespace(here).withFieldSelector("metadata.namespace=" + there)))
        .isEmpty();
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

  private static ConfigMap configMap(String namespace, String name, String on) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .addToLabels("on", on)
        .endMetadata()
        .addToData("text", "some")
        .build();
  }

  private static Secret secret(String namespace, String name) {
    return new SecretBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .addToStringData("key", "value")
        .build();
  }
}
