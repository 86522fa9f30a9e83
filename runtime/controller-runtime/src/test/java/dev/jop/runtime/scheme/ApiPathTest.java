package dev.jop.runtime.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.meta.GroupVersionKind;
import dev.jop.runtime.meta.ObjectKey;
import dev.jop.runtime.testing.HostileText;
import dev.jop.runtime.testing.ParsedTarget;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ApiPathTest {

  private static final ResourceType<ConfigMap> CONFIG_MAPS = ResourceType.of(ConfigMap.class);

  @Test
  void leadsToKindsNamespacesObjectsAndTheirParts() {
    assertThat(CONFIG_MAPS.path("")).hasToString("/api/v1/configmaps");
    assertThat(CONFIG_MAPS.path("shop")).hasToString("/api/v1/namespaces/shop/configmaps");
    assertThat(CONFIG_MAPS.path(ObjectKey.of("shop", "a.b")))
        .hasToString("/api/v1/namespaces/shop/configmaps/a.b");
    assertThat(ResourceType.of(Node.class).path(ObjectKey.of("ignored", "one")))
        .hasToString("/api/v1/nodes/one");
    assertThat(
            ResourceType.of(Deployment.class)
                .path(ObjectKey.of("shop", "web"))
                .subresource("status")
                .with("fieldManager", "a b&c")
                .with("force", "true"))
        .hasToString(
            "/apis/apps/v1/namespaces/shop/deployments/web/status"
                + "?fieldManager=a%20b%26c&force=true");
  }

  @Test
  void leavesOutParametersThatAreEmpty() {
    assertThat(CONFIG_MAPS.path("").with("labelSelector", "").with("limit", "1"))
        .hasToString("/api/v1/configmaps?limit=1");
  }

  @Test
  void refusesWhatClientGoRefusesAndSaysWhatAndWhy() {
    assertThatThrownBy(() -> CONFIG_MAPS.path(ObjectKey.of("shop", "a/b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("invalid name \"a/b\": may not contain '/'");
    assertThatThrownBy(() -> CONFIG_MAPS.path(ObjectKey.of("%2e", "a")))
        .hasMessage("invalid namespace \"%2e\": may not contain '%'");
    assertThatThrownBy(() -> CONFIG_MAPS.path(".."))
        .hasMessage("invalid namespace \"..\": may not be '..'");
    assertThatThrownBy(() -> CONFIG_MAPS.path(ObjectKey.of("a")))
        .hasMessage("invalid namespace: may not be empty");
    assertThatThrownBy(() -> CONFIG_MAPS.path(ObjectKey.of("shop", "a")).subresource("."))
        .hasMessage("invalid subresource \".\": may not be '.'");
    assertThatThrownBy(() -> CONFIG_MAPS.path("x\ud83d"))
        .hasMessage("invalid namespace \"x\\ud83d\": may not contain half of a surrogate pair");
  }

  @Test
  void refusesKindsThatNoPathLeadsTo() {
    assertThatThrownBy(() -> type("a/b", "v1", "pods")).hasMessageContaining("API group \"a/b\"");
    assertThatThrownBy(() -> type("a", "..", "pods")).hasMessageContaining("API version \"..\"");
    assertThatThrownBy(() -> type("a", "v1", "pods/log")).hasMessageContaining("resource");
    assertThatThrownBy(() -> type("a", "v1", ""))
        .hasMessageContaining("resource: may not be empty");
  }

  @Test
  void saysEachSegmentThatItTakesToTheServer() {
    long seed = System.nanoTime();
    int taken = 0;
    List<String> names = HostileText.some(20_000, new Random(seed));
    for (String name : names) {
      String path;
      try {
        path = type(name, name, name).path(ObjectKey.of(name, name)).subresource(name).toString();
      } catch (IllegalArgumentException refused) {
        assertThat(refused).hasMessageMatching("invalid [\\p{Print}…]*[^\\p{Cc}]*");
        continue;
      }
      taken++;
      assertThat(ParsedTarget.parse(path).segments())
          .as("seed %d", seed)
          .containsExactly("apis", name, name, "namespaces", name, name, name, name);
      assertThat(URI.create(path).normalize()).as("seed %d", seed).hasToString(path);
    }
    assertThat(taken).as("seed %d", seed).isBetween(names.size() / 10, names.size() - 1000);
  }

  @Test
  void saysEachParameterToTheServer() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> texts = new ArrayList<>(HostileText.some(20_000, random));
    texts.removeIf(text -> text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff));
    for (String value : texts) {
      String key = "k" + texts.get(random.nextInt(texts.size()));
      String other = "o" + key;
      ApiPath path = ApiPath.of("api").with(key, value).with(other, key);
      assertThat(ParsedTarget.parse(path.toString()))
          .as("seed %d", seed)
          .isEqualTo(new ParsedTarget(List.of("api"), Map.of(key, value, other, key)));
    }
    assertThat(texts).hasSizeGreaterThan(10_000);
  }

  @Test
  void refusesAParameterThatWouldArriveAsAnother() {
    assertThatThrownBy(() -> ApiPath.of("api").with("labelSelector", "a=\udc00"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("labelSelector");
  }

  private static ResourceType<?> type(String group, String version, String plural) {
    return ResourceType.generic(new GroupVersionKind(group, version, "Pod"), plural, true);
  }
}
