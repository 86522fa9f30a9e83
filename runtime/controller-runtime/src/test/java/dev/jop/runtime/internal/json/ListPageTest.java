package dev.jop.runtime.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPageTest {

  @Test
  void readsKindVersionAndContinuation() {
    ListPage page =
        parse(
            """
            {"kind":"PodList","apiVersion":"v1",
             "metadata":{"resourceVersion":"12","continue":"a+b=","remainingItemCount":3},
             "items":[ ,, ]}
            """);

    assertThat(page).isEqualTo(new ListPage("v1", "PodList", "12", "a+b="));
  }

  @Test
  void isTheLastOneWithoutAContinuationAndMayHaveNoItems() {
    String list =
        "{\"items\":null,\"metadata\":{\"resourceVersion\":\"1\"},\"kind\":\"PodList\",\"apiVersion\":\"v1\"}";

    assertThat(parse(list).next()).isEmpty();
    assertThat(parse(list.replace("null", "[]"))).isEqualTo(parse(list));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}",
        "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"1\"}}",
        "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":null,\"items\":[]}",
        "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":{}}",
        "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[,null]}",
        "{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{},\"items\":[\"x\"]}",
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"message\":\"no\"}"
      })
  void refusesWhatIsNoList(String answer) {
    assertThatThrownBy(() -> parse(answer)).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void saysWhatCameInPlaceOfAList() {
    assertThatThrownBy(() -> parse("{\"kind\":\"Status\",\"apiVersion\":\"v1\"}"))
        .hasMessage("the answer is no list but a Status");
    assertThatThrownBy(() -> parse("{}"))
        .hasMessage("the answer is no list but an object without a kind");
  }

  private static ListPage parse(String json) {
    return ListPage.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
