package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.client.ListOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists by fields, in the syntax of the API server. */
class QueryTest {

  private final ObjectStore store = new ObjectStore();

  @BeforeEach
  void fill() {
    store.addIndexes(
        Map.of(Query.indexOf("letter"), object -> List.of(object.key().name().split("\\+"))));
    for (String name : List.of("a", "b", "a+b", "a,b", "a=b", "a\\\\b")) {
      String json =
          "{\"metadata\":{\"name\":\"" + name + "\",\"uid\":\"u\",\"resourceVersion\":\"1\"}}";
      store.put(new ObjectParser().parse(json.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void findsWhatHasAllValuesThatAreAskedForOfAField() {
    assertThat(names("letter=a")).containsExactlyInAnyOrder("a", "a+b");
    assertThat(names("letter=a,letter=b")).containsExactly("a+b");
    assertThat(names("metadata.name=a,metadata.name=b")).isEmpty();
    assertThat(names("metadata.name=a,letter==a")).containsExactly("a");
  }

  @Test
  void readsEscapedValues() {
    assertThat(names("letter=a\\,b")).containsExactly("a,b");
    assertThat(names("letter=a\\=b")).containsExactly("a=b");
    assertThat(names("letter=a\\\\b")).containsExactly("a\\b");
  }

  @Test
  void asksForTheNamespaceThatAFieldNames() {
    ListOptions there =
        ListOptions.defaults().withFieldSelector("metadata.name=a,metadata.namespace=there");

    assertThat(Query.of(there, true).namespace()).isEqualTo("there");
    assertThat(Query.of(there, false).namespace()).isEmpty();
    assertThat(Query.of(ListOptions.inNamespace("here"), true).namespace()).isEqualTo("here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "=a", "a!=b", "a=b=c", "a=b\\", "a=\\b", "a=b,c"})
  void refusesWhatAnApiServerWouldNotTakeOrIsNoExactMatch(String selector) {
    assertThatThrownBy(() -> names(selector))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(selector);
  }

  private List<String> names(String fieldSelector) {
    ListOptions options = ListOptions.defaults().withFieldSelector(fieldSelector);
    return Query.of(options, false).on(store).stream().map(found -> found.key().name()).toList();
  }
}
