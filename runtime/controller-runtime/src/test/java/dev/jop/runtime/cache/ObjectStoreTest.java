package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.meta.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ObjectStoreTest {

  private final ObjectStore store = new ObjectStore();

  @Test
  @Tag("I36")
  void keepsIndexesWithTheObjects() {
    store.addIndexes(Map.of("label", ObjectStoreTest::labelValues));

    store.put(object("a", "red", "round"));
    store.put(object("b", "red", "square"));
    assertThat(names("red")).containsExactlyInAnyOrder("a", "b");
    store.put(object("a", "blue", "round"));
    assertThat(names("red")).containsExactly("b");
    assertThat(names("blue")).containsExactly("a");
    store.remove(ObjectKey.of("ns", "b"));

    assertThat(store.index("label").values()).containsExactlyInAnyOrder("blue", "round");
    assertThat(names("red")).isEmpty();
  }

  @Test
  @Tag("I37")
  void putsWhatIsThereIntoANewIndexAndRefusesASecondOfItsName() {
    store.put(object("a", "red", "round"));

    store.addIndexes(Map.of("label", ObjectStoreTest::labelValues));

    assertThat(names("red")).containsExactly("a");
    assertThatThrownBy(
            () ->
                store.addIndexes(
                    Map.of(
                        "new",
                        ObjectStoreTest::labelValues,
                        "label",
                        ObjectStoreTest::labelValues)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.index("new")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasAnIndexByNamespace() {
    store.put(object("a", "red", "round"));

    assertThat(store.index(Indexer.NAMESPACE).has("ns", ObjectKey.of("ns", "a"))).isTrue();
    assertThat(store.index(Indexer.NAMESPACE).get("other")).isEmpty();
    assertThat(store.index(Indexer.NAMESPACE).has("other", ObjectKey.of("ns", "a"))).isFalse();
  }

  @Test
  void keepsAnObjectThatAnIndexCannotPlace() {
    store.addIndexes(
        Map.of(
            "broken",
            object -> {
              throw new IllegalStateException("no");
            }));

    store.put(object("a", "red", "round"));

    assertThat(store.get(ObjectKey.of("ns", "a"))).isNotNull();
    assertThat(store.index("broken").values()).isEmpty();
  }

  private static Collection<String> labelValues(StoredObject object) {
    return object.labels().values();
  }

  private List<String> names(String label) {
    return store.index("label").get(label).stream().map(object -> object.key().name()).toList();
  }

  private static StoredObject object(String name, String color, String shape) {
    String json =
        "{\"metadata\":{\"namespace\":\"ns\",\"name\":\""
            + name
            + "\",\"labels\":{\"color\":\""
            + color
            + "\",\"shape\":\""
            + shape
            + "\"}}}";
    return new ObjectParser().parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
