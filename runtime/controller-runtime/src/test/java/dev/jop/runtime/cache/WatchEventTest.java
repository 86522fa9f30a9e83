package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.client.ApiException;
import dev.jop.runtime.client.ExpiredException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WatchEventTest {

  @Test
  void readsTypeAndObjectInAnyOrder() {
    WatchEvent event =
        parse(
            "{\"object\":{\"metadata\":{\"name\":\"x\",\"resourceVersion\":\"7\"}},\"type\":\"DELETED\"}");

    assertThat(event.type()).isEqualTo(WatchEvent.Type.DELETED);
    assertThat(event.resourceVersion()).isEqualTo("7");
  }

  @Test
  void takesTheVersionFromABookmark() {
    WatchEvent event =
        parse(
            "{\"type\":\"BOOKMARK\",\"object\":{\"kind\":\"Pod\",\"metadata\":{\"resourceVersion\":\"9\"}}}");

    assertThat(event.object()).isNull();
    assertThat(event.resourceVersion()).isEqualTo("9");
  }

  @Test
  @Tag("I13")
  void knowsTheBookmarkThatEndsTheInitialEvents() {
    WatchEvent event =
        parse(
            """
            {"type":"BOOKMARK","object":{"kind":"Pod","metadata":{"resourceVersion":"9",
             "annotations":{"k8s.io/initial-events-end":"true"}}}}
            """);

    assertThat(event.type()).isEqualTo(WatchEvent.Type.INITIAL_END);
  }

  @Test
  void tellsAnExpiredVersionFromOtherErrors() {
    assertThatThrownBy(() -> parse(error(410))).isInstanceOf(ExpiredException.class);
    assertThatThrownBy(() -> parse(error(500)))
        .isInstanceOf(ApiException.class)
        .isNotInstanceOf(ExpiredException.class)
        .hasMessageContaining("it broke");
  }

  @Test
  void readsAnErrorWithoutWordsAndCutsOneOfManyOff() {
    assertThatThrownBy(() -> parse(error(410).replace("\"it broke\"", "null")))
        .isInstanceOf(ExpiredException.class);
    assertThatThrownBy(() -> parse(error(500).replace("it broke", "a\\nb".repeat(10_000))))
        .hasMessageStartingWith("the watch ended: a\\nba")
        .hasMessageNotContaining("\n")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(3_000));
  }

  @Test
  void knowsNoTypesButThoseOfTheServer() {
    assertThatThrownBy(() -> parse("{\"type\":\"INITIAL_END\",\"object\":{}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown type INITIAL_END");
  }

  private static String error(int code) {
    return "{\"type\":\"ERROR\",\"object\":{\"kind\":\"Status\",\"code\":"
        + code
        + ",\"message\":\"it broke\",\"reason\":\"x\"}}";
  }

  private static WatchEvent parse(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return WatchEvent.parse(bytes, 0, bytes.length, new ObjectParser());
  }
}
