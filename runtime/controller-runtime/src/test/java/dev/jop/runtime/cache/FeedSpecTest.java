package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.client.RestClient;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.scheme.ResourceType;
import dev.jop.runtime.testing.ClientConfigs;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How options become what reflectors bring in; no connection is made. */
class FeedSpecTest {

  private static final RestClient REST = RestClient.create(ClientConfigs.nowhere());
  private static final ResourceType<Pod> POD = ResourceType.of(Pod.class);
  private static final String ALL = CacheOptions.ALL_NAMESPACES;

  @AfterAll
  static void close() {
    REST.close();
  }

  @Test
  @Tag("K22")
  void letsWhatIsMoreSpecialWin() {
    CacheOptions all = CacheOptions.defaults().withConfig(c -> c.withLabelSelector("from=all"));
    assertThat(labels(all, ALL)).isEqualTo("from=all");

    CacheOptions namespace = all.withNamespaces(Map.of("a", c -> c.withLabelSelector("from=ns")));
    assertThat(labels(namespace, "a")).isEqualTo("from=ns");

    CacheOptions kind =
        namespace.withKind(Pod.class, k -> k.withConfig(c -> c.withLabelSelector("from=kind")));
    assertThat(labels(kind, "a")).isEqualTo("from=kind");

    CacheOptions both =
        kind.withKind(
            Pod.class,
            k -> k.withNamespaces(Map.of("b", c -> c.withLabelSelector("from=kind-ns"))));
    assertThat(plan(both)).containsOnlyKeys("b");
    assertThat(labels(both, "b")).isEqualTo("from=kind-ns");
  }

  @Test
  @Tag("K22")
  void inheritsWhatIsNotChanged() {
    Transform transform = Transform.dropping("status");
    CacheOptions options =
        CacheOptions.defaults()
            .withConfig(c -> c.withTransform(transform).withLabelSelector("a=b"))
            .withNamespaces(Map.of("a", c -> c.withFieldSelector("metadata.name=x")))
            .withKind(Pod.class, kind -> kind.withConfig(c -> c.withSharedReads(true)))
            .withKind(Pod.class, kind -> kind.withConfig(c -> c.withManagedFields(true)));

    assertThat(spec(options, "a").config())
        .isEqualTo(new CacheConfig("a=b", "metadata.name=x", transform, true, true));
  }

  @Test
  @Tag("K29")
  void governsAKindInWhateverForm() {
    CacheOptions options =
        CacheOptions.defaults()
            .withKind(POD.asMetadata(), kind -> kind.withNamespaces("only"))
            .withKind(POD.asGeneric(), k -> k.withConfig(c -> c.withLabelSelector("a=b")));

    assertThat(plan(options)).containsOnlyKeys("only");
    assertThat(labels(options, "only")).isEqualTo("a=b");
    assertThat(FeedSpec.plan(REST, options, ResourceType.of(Secret.class))).containsOnlyKeys(ALL);
  }

  @Test
  void leavesNamedNamespacesToThoseWhoBringThemIn() {
    CacheOptions options =
        CacheOptions.defaults()
            .withConfig(c -> c.withFieldSelector("status.phase=Running"))
            .withNamespaces(ALL, "b", "a");
    FeedSpec rest = spec(options, ALL);

    assertThat(rest.source().fieldSelector())
        .isEqualTo("status.phase=Running,metadata.namespace!=a,metadata.namespace!=b");
    assertThat(rest.covers(ObjectKey.of("a", "x"))).isFalse();
    assertThat(rest.covers(ObjectKey.of("c", "x"))).isTrue();
    assertThat(spec(options, "a").covers(ObjectKey.of("a", "x"))).isTrue();
  }

  @Test
  void listsOneNamespaceIfAFieldSelectorLetsNoOtherThrough() {
    assertThat(namespaceFor("metadata.namespace=shop")).isEqualTo("shop");
    assertThat(namespaceFor("metadata.name=x,metadata.namespace==shop")).isEqualTo("shop");
    assertThat(namespaceFor("metadata.namespace!=shop")).isEmpty();
  }

  @Test
  @Tag("K25")
  void refusesNamespacesOfAClusterScopedKind() {
    CacheOptions options =
        CacheOptions.defaults().withKind(Namespace.class, kind -> kind.withNamespaces("a"));

    assertThatThrownBy(() -> FeedSpec.plan(REST, options, ResourceType.of(Namespace.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not namespaced");
    assertThat(
            FeedSpec.plan(
                REST,
                CacheOptions.defaults().withNamespaces("a"),
                ResourceType.of(Namespace.class)))
        .containsOnlyKeys(ALL);
  }

  @Test
  @Tag("K23")
  void doesNotSeeWhatHappensToAMapThatOptionsWereMadeOf() {
    Map<String, UnaryOperator<CacheConfig>> namespaces = new HashMap<>();
    namespaces.put("a", UnaryOperator.identity());
    CacheOptions options = CacheOptions.defaults().withNamespaces(namespaces);
    namespaces.put("b", UnaryOperator.identity());

    assertThat(plan(options)).containsOnlyKeys("a");
    assertThatThrownBy(() -> options.namespaces().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(CacheOptions.defaults().namespaces()).containsOnlyKeys(ALL);
  }

  @Test
  void refusesALabelSelectorThatIsNone() {
    assertThatThrownBy(() -> CacheConfig.defaults().withLabelSelector("a=b=c"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNamespacesThatNoPathLeadsTo() {
    for (String namespace : List.of("a/b", "..", "%61", "victim/secrets?x=")) {
      assertThatThrownBy(() -> CacheOptions.defaults().withNamespaces(namespace))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("invalid namespace \"" + namespace + "\"");
      CacheOptions ofKind =
          CacheOptions.defaults().withKind(POD, kind -> kind.withNamespaces(namespace));
      assertThatThrownBy(() -> plan(ofKind)).hasMessageContaining("invalid namespace");
      assertThatThrownBy(() -> ListWatch.of(REST, POD).withNamespace(namespace))
          .hasMessageContaining("invalid namespace");
      assertThatThrownBy(() -> namespaceFor("metadata.namespace=" + namespace.replace("=", "")))
          .hasMessageContaining("invalid namespace");
    }
  }

  @Test
  void namesNamespacesInASelectorSoThatTheyEndWhereTheyDo() {
    CacheOptions options = CacheOptions.defaults().withNamespaces(ALL, "a,metadata.name=\\x");

    assertThat(spec(options, ALL).source().fieldSelector())
        .isEqualTo("metadata.namespace!=a\\,metadata.name\\=\\\\x");
  }

  private static Map<String, FeedSpec> plan(CacheOptions options) {
    return FeedSpec.plan(REST, options, POD);
  }

  private static FeedSpec spec(CacheOptions options, String namespace) {
    return Objects.requireNonNull(plan(options).get(namespace));
  }

  private static String labels(CacheOptions options, String namespace) {
    return spec(options, namespace).source().labelSelector();
  }

  private static String namespaceFor(String fieldSelector) {
    CacheOptions options =
        CacheOptions.defaults().withConfig(c -> c.withFieldSelector(fieldSelector));
    return spec(options, ALL).source().namespace();
  }
}
