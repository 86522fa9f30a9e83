package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.client.Client;
import dev.jop.runtime.client.ListOptions;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.testing.Await;
import dev.jop.runtime.testing.Gadget;
import dev.jop.runtime.testing.TestServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists by what a cache holds: by label, by field, cut off at a limit. */
class CacheListIT {

  private static final ListOptions ALL = ListOptions.defaults();

  private final Client client = TestServer.client();
  private final String namespace = TestServer.namespace();

  @AutoClose
  private final Cache cache =
      Cache.create(TestServer.rest(), CacheOptions.defaults().withNamespaces(namespace));

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
  @Tag("K15")
  void listsByNameAndNamespaceWithoutAnIndex() {
    String there = TestServer.namespace();
    client.create(TestObjects.configMap(namespace, "one", "yes"));
    client.create(TestObjects.configMap(namespace, "two", "yes"));
    client.create(TestObjects.configMap(there, "one", "yes"));
    try (Cache both =
        Cache.create(TestServer.rest(), CacheOptions.defaults().withNamespaces(namespace, there))) {
      both.start();

      assertThat(both.list(ConfigMap.class, ALL.withFieldSelector("metadata.name=one"))).hasSize(2);
      assertThat(
              both.list(
                  ConfigMap.class,
                  ALL.withFieldSelector("metadata.name=one,metadata.namespace=" + there)))
          .hasSize(1);
      assertThat(
              both.list(
                  ConfigMap.class,
                  ListOptions.inNamespace(namespace)
                      .withFieldSelector("metadata.namespace=" + there)))
          .isEmpty();
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
