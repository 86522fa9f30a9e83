package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.scheme.ResourceType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ListPageTest {

  @Test
  void readsItemsVersionAndContinuation() {
    ListPage page =
        parse(
            """
            {"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"12","continue":"a+b="},
             "items":[{"metadata":{"name":"one"}},{"metadata":{"name":"two"}}]}
            """);

    assertThat(page.objects())
        .extracting(object -> object.key().name())
        .containsExactly("one", "two");
    assertThat(page.resourceVersion()).isEqualTo("12");
    assertThat(page.next()).isEqualTo("a%2Bb%3D");
  }

  @Test
  void takesNoItemsForNone() {
    assertThat(parse("{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":null}").objects())
        .isEmpty();
  }

  @Test
  void passesOverOneObjectThatCannotBeRead() {
    ListPage page =
        parse("{\"metadata\":{},\"items\":[{\"metadata\":{}},{\"metadata\":{\"name\":\"good\"}}]}");

    assertThat(page.objects()).extracting(object -> object.key().name()).containsExactly("good");
  }

  private static ListPage parse(String json) {
    return ListPage.parse(
        json.getBytes(StandardCharsets.UTF_8),
        new ObjectParser(),
        new Unreadable(ResourceType.of(ConfigMap.class), NoInformerMetrics.INSTANCE));
  }
}
