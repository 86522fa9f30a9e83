package dev.jop.runtime.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ListPageTest {

  @Test
  void readsVersionAndContinuation() {
    ListPage page =
        parse(
            """
            {"kind":"PodList","metadata":{"resourceVersion":"12","continue":"a+b=","remainingItemCount":3},
             "items":[{"metadata":{"resourceVersion":"7"}},,{}]}
            """);

    assertThat(page.resourceVersion()).isEqualTo("12");
    assertThat(page.next()).isEqualTo("a+b=");
  }

  @Test
  void isTheLastOneWithoutAContinuation() {
    assertThat(parse("{\"items\":null,\"metadata\":{\"resourceVersion\":\"1\"}}").next()).isEmpty();
  }

  @Test
  void refusesWhatBreaksOff() {
    assertThatThrownBy(() -> parse("{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[,"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> parse("")).isInstanceOf(IllegalArgumentException.class);
  }

  private static ListPage parse(String json) {
    return ListPage.parse(json.getBytes(StandardCharsets.UTF_8));
  }
}
