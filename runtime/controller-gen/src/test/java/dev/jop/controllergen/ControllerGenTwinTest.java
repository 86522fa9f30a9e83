package dev.jop.controllergen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Compares the manifests of the guestbook with those that controller-gen makes of the same kinds in
 * Go.
 *
 * <p>The expected files come from controller-gen; {@code src/test/resources/guestbook/README.md}
 * tells how. Left out of the comparison is the prose that controller-gen brings along itself: about
 * apiVersion and kind, and about conditions.
 */
class ControllerGenTwinTest {
  private static final Path EXPECTED = Path.of("src/test/resources/guestbook/expected");

  @Test
  void makesTheSameCrdsAsControllerGen() throws Exception {
    for (String name :
        List.of("webapp.example.com_guestbooks.yaml", "webapp.example.com_shelves.yaml")) {
      List<Object> ours = documents(GuestbookSources.manifest("crd/bases/" + name));
      List<Object> theirs = documents(Files.readString(EXPECTED.resolve(name)));
      assertThat(comparable(ours)).as(name).isEqualTo(comparable(theirs));
    }
  }

  @Test
  void writesTheSameTextAsControllerGenWhereTheTreesAreEqual() throws Exception {
    assertThat(GuestbookSources.manifest("rbac/role.yaml"))
        .isEqualTo(Files.readString(EXPECTED.resolve("role.yaml")));
    assertThat(GuestbookSources.manifest("webhook/manifests.yaml"))
        .isEqualTo(Files.readString(EXPECTED.resolve("manifests.yaml")));
  }

  private static List<Object> documents(String yaml) {
    Iterable<Object> all = new Load(LoadSettings.builder().build()).loadAllFromString(yaml);
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  private static Object comparable(Object tree) {
    if (tree instanceof List<?> list) {
      List<Object> items = new ArrayList<>();
      list.forEach(item -> items.add(comparable(item)));
      return items;
    }
    if (!(tree instanceof Map<?, ?> map)) {
      return tree;
    }
    Map<Object, Object> entries = new TreeMap<>();
    map.forEach((key, value) -> entries.put(key, comparable(value)));
    entries.remove("annotations");
    if (entries.get("properties") instanceof Map<?, ?> properties) {
      withoutProse(properties.get("apiVersion"));
      withoutProse(properties.get("kind"));
      if (properties.containsKey("lastTransitionTime")) {
        entries.remove("description");
        properties.values().forEach(ControllerGenTwinTest::withoutProse);
      }
    }
    return entries;
  }

  private static void withoutProse(@Nullable Object schema) {
    if (schema instanceof Map<?, ?> map) {
      map.remove("description");
    }
  }
}
