package dev.jop.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.internal.json.JsonScanner;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void areAMapLikeAnyOther() {
    Map<String, String> labels = read("{\"app\":\"web\",\"tier\":\"\"}");

    assertThat(labels).isEqualTo(Map.of("app", "web", "tier", "")).hasSize(2);
    assertThat(labels.hashCode()).isEqualTo(Map.of("app", "web", "tier", "").hashCode());
    assertThat(labels.get("app")).isEqualTo("web");
    assertThat(labels.get("other")).isNull();
    assertThat(labels).containsKey("tier").doesNotContainKey("web");
  }

  @Test
  void canNotBeModified() {
    Map<String, String> labels = read("{\"app\":\"web\"}");

    assertThatThrownBy(() -> labels.put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> labels.remove("app"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> labels.entrySet().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void holdTheLastOfTwoOfTheSameKey() {
    assertThat(read("{\"a\":\"1\",\"b\":\"2\",\"a\":\"3\"}")).isEqualTo(Map.of("a", "3", "b", "2"));
  }

  @Test
  void mayBeMany() {
    Map<String, String> expected = new HashMap<>();
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      expected.put("key-" + i, "value-" + i);
      json.append(i == 0 ? "{" : ",");
      json.append("\"key-").append(i).append("\":\"value-").append(i).append('"');
    }

    assertThat(read(json.append('}').toString())).isEqualTo(expected);
  }

  @Test
  void shareTheirStringsWithThoseOfOtherObjects() {
    String json = "{\"app.kubernetes.io/name\":\"web\"}";

    Map.Entry<String, String> one = read(json).entrySet().iterator().next();
    Map.Entry<String, String> other = read(json).entrySet().iterator().next();

    assertThat(one.getKey()).isSameAs(other.getKey());
    assertThat(one.getValue()).isSameAs(other.getValue());
  }

  @Test
  void takeStringsForEqualOnlyIfTheyAre() {
    // "Aa" and "BB" have the same hash
    assertThat(read("{\"Aa\":\"BB\",\"BB\":\"Aa\",\"é\":\"\\u00e9\"}"))
        .isEqualTo(Map.of("Aa", "BB", "BB", "Aa", "é", "é"));
  }

  private static Map<String, String> read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return Labels.read(new JsonScanner(bytes, 0, bytes.length));
  }
}
