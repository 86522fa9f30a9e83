package dev.jop.runtime.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

  @ParameterizedTest
  @ValueSource(strings = {"[1}", "{\"a\":1]", "[[{]]", "{\"a\":[}]}", "[", "{\"a\":\"", "[\"a]"})
  void stepsOverNothingWhoseBracketsDoNotMatch(String json) {
    JsonScanner scanner = scanner(json);

    assertThatThrownBy(scanner::skip).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void stepsOverWhatLiesDeeperThanItLooks() {
    for (int depth : new int[] {1, 63, 64, 65, 200, 9_000}) {
      String json = "[{\"a\":".repeat(depth) + "1" + "}]".repeat(depth);
      JsonScanner scanner = scanner(json + ",2");

      scanner.skip();

      assertThat(scanner.position()).isEqualTo(json.length());
    }
  }

  @Test
  void readsEscapes() {
    assertThat(scanner("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\ud83d\\uDE00\"").string())
        .isEqualTo("\"\\/\b\f\n\r\té😀");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\x", "\\u12", "\\u", "\\u12g4", "\\u+123", "\\u-123", "\\U0041"})
  void refusesEscapesThatJsonDoesNotKnow(String escape) {
    JsonScanner scanner = scanner("\"a" + escape + "\"");

    assertThatThrownBy(scanner::string)
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageStartingWith("broken JSON: a string with the escape \\");
  }

  private static JsonScanner scanner(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new JsonScanner(bytes, 0, bytes.length);
  }
}
