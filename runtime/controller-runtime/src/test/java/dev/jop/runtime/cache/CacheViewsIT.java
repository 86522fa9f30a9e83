package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.client.Reader;
import dev.jop.runtime.client.RestMapper;
import dev.jop.runtime.event.CreateEvent;
import dev.jop.runtime.event.Event;
import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ApiPath;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PartialObjectMetadata;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.ControllerRevisionBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One kind, in all the forms that it can be read in. */
class CacheViewsIT {

  private static final ResourceType<ControllerRevision> TYPED =
      ResourceType.of(ControllerRevision.class);
  private static final ResourceType<GenericKubernetesResource> GENERIC = TYPED.asGeneric();
  private static final ResourceType<PartialObjectMetadata> METADATA = TYPED.asMetadata();
  private static final Pattern WATCHES =
      Pattern.compile(
          "(?m)^apiserver_longrunning_requests\\{[^}]*resource=\"controllerrevisions\"[^}]*\\} (\\d+)");

  private final Client client = TestServer.client();
  private final String namespace = TestServer.namespace();
  private final ObjectKey key = ObjectKey.of(namespace, "one");
  private final Cache cache =
      Cache.create(TestServer.rest(), CacheOptions.defaults().withNamespaces(namespace));

  @AfterEach
  void close() {
    cache.close();
    Await.until("the server to see all watches end", () -> watches() == 0);
  }

  @Test
  void readsAKindInEveryFormOverOneWatch() {
    client.create(revision("one"));
    cache.start();

    assertThat(cache.get(TYPED, key).orElseThrow().getRevision()).isEqualTo(7);
    assertThat(cache.get(GENERIC, key).orElseThrow().<Object>get("revision")).isEqualTo(7);
    assertThat(cache.list(METADATA))
        .singleElement()
        .satisfies(found -> assertThat(found.getMetadata().getLabels()).containsEntry("a", "b"));
    assertThat(watches()).isEqualTo(1);
  }

  @Test
  @Tag("K8")
  void namesTheKindOfWhatItGives() {
    client.create(revision("one"));
    cache.start();

    assertThat(cache.get(GENERIC, key).orElseThrow())
        .returns("ControllerRevision", GenericKubernetesResource::getKind)
        .returns("apps/v1", GenericKubernetesResource::getApiVersion);
    assertThat(cache.list(METADATA))
        .singleElement()
        .returns("ControllerRevision", PartialObjectMetadata::getKind)
        .returns("apps/v1", PartialObjectMetadata::getApiVersion);
    assertThat(cache.list(TYPED))
        .singleElement()
        .returns("ControllerRevision", ControllerRevision::getKind);
  }

  @Test
  void hasNothingButMetadataSentWhileNobodyWantsMore() {
    client.create(revision("one"));
    cache.start();

    PartialObjectMetadata found = cache.get(METADATA, key).orElseThrow();

    assertThat(found.getKind()).isEqualTo("ControllerRevision");
    assertThat(stored()).doesNotContain("revision\":7").doesNotContain("large");
    assertThat(watches()).isEqualTo(1);
  }

  @Test
  void goesOverToWholeObjectsWhenSomebodyWantsThemAndTellsNothingTwice() {
    client.create(revision("one"));
    List<Event<PartialObjectMetadata>> events = new CopyOnWriteArrayList<>();
    cache.informer(METADATA).addHandler(events::add);
    cache.start();
    Await.until("the initial list", () -> events.size() == 1);

    assertThat(cache.get(TYPED, key).orElseThrow().getRevision()).isEqualTo(7);
    Await.until("one watch in place of the other", () -> watches() == 1);
    client.create(revision("two"));
    Await.until("the second", () -> events.size() == 2);

    assertThat(stored()).contains("large");
    assertThat(((CreateEvent<PartialObjectMetadata>) events.get(1)).isInInitialList()).isFalse();
    assertThat(events.get(1).object().key().name()).isEqualTo("two");
    assertThat(cache.get(METADATA, key)).isPresent();
  }

  @Test
  void placesObjectsInAnIndexOfTheirBodiesOnceTheyAreWhole() {
    client.create(revision("one"));
    cache.start();
    assertThat(cache.list(METADATA)).hasSize(1);

    cache.indexField(TYPED, "revision", view -> List.of("" + view.object().getRevision()));

    ListOptions sevens = ListOptions.defaults().withFieldSelector("revision=7");
    assertThat(cache.list(TYPED, sevens)).hasSize(1);
    assertThat(cache.list(METADATA, sevens)).hasSize(1);
  }

  @Test
  void findsOutHowAKindWithoutAJavaTypeIsAddressed() {
    client.create(revision("one"));
    cache.start();
    RestMapper mapper = new RestMapper(TestServer.rest());

    ResourceType<GenericKubernetesResource> found =
        mapper.find(new GroupVersionKind("apps", "v1", "ControllerRevision"));

    assertThat(found).isEqualTo(GENERIC);
    assertThat(cache.list(found)).hasSize(1);
  }

  @Test
  @Tag("K7")
  void sharesWhatItDecodesWithThoseWhoOnlyLook() {
    client.create(revision("one"));
    cache.start();
    Reader shared = cache.shared();

    ControllerRevision first = shared.get(TYPED, key).orElseThrow();

    assertThat(shared.get(TYPED, key)).containsSame(first);
    assertThat(shared.list(TYPED).get(0)).isSameAs(first);
    assertThat(cache.get(TYPED, key).orElseThrow()).isNotSameAs(first).isEqualTo(first);
  }

  @Test
  @Tag("K7")
  void sharesReadsOfTheKindsForWhichTheOptionsSaySo() {
    client.create(revision("one"));
    client.create(configMap("one"));
    CacheOptions options =
        CacheOptions.defaults()
            .withNamespaces(namespace)
            .withKind(TYPED, kind -> kind.withConfig(config -> config.withSharedReads(true)));
    try (Cache sharing = Cache.create(TestServer.rest(), options)) {
      sharing.start();

      ControllerRevision first = sharing.get(TYPED, key).orElseThrow();
      assertThat(sharing.get(TYPED, key)).containsSame(first);
      ConfigMap own = sharing.get(ConfigMap.class, key).orElseThrow();
      assertThat(sharing.get(ConfigMap.class, key).orElseThrow()).isNotSameAs(own);

      ControllerRevision live = client.get(TYPED, key).orElseThrow();
      live.setRevision(8L);
      client.update(live);
      Await.until("the new state", () -> sharing.get(TYPED, key).orElseThrow().getRevision() == 8);
      assertThat(sharing.get(TYPED, key).orElseThrow()).isNotSameAs(first);
    }
  }

  @Test
  void keepsNoMoreDecodedThanItsBound() {
    List.of("one", "two").forEach(name -> client.create(configMap(name)));
    try (Cache small =
        Cache.create(
            TestServer.rest(),
            CacheOptions.defaults().withNamespaces(namespace).withSharedBytes(600))) {
      small.start();
      Reader shared = small.shared();
      ConfigMap one = shared.get(ConfigMap.class, key).orElseThrow();
      assertThat(shared.get(ConfigMap.class, key)).containsSame(one);

      assertThat(shared.get(ConfigMap.class, ObjectKey.of(namespace, "two"))).isPresent();

      assertThat(shared.get(ConfigMap.class, key).orElseThrow()).isNotSameAs(one);
    }
  }

  private static int watches() {
    String metrics =
        new String(
            TestServer.rest().get(ApiPath.of("metrics"), "get metrics"), StandardCharsets.UTF_8);
    return WATCHES
        .matcher(metrics)
        .results()
        .mapToInt(result -> Integer.parseInt(result.group(1)))
        .sum();
  }

  private String stored() {
    KindInformer informer = ((InformerCache) cache).toRead(METADATA);
    StoredObject stored = Objects.requireNonNull(informer.store().get(key));
    return new String(stored.json(), StandardCharsets.UTF_8);
  }

  private ControllerRevision revision(String name) {
    return new ControllerRevisionBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .addToLabels("a", "b")
        .endMetadata()
        .withRevision(7L)
        .withData(Map.of("what", "large"))
        .build();
  }

  private ConfigMap configMap(String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withData(Map.of("text", "x".repeat(200)))
        .build();
  }
}
