package dev.jop.runtime.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCutterTest {

  private static final String STREAM =
      """
      {"type":"ADDED","object":{"a":"}{\\"\\\\"}}
      {"type":"MODIFIED","object":{"ü":"日本\\u00e9 😀"}}

      {"list":[{"x":1},{"y":[{}]}]}{}
      """;

  private static final List<String> OBJECTS =
      List.of(
          "{\"type\":\"ADDED\",\"object\":{\"a\":\"}{\\\"\\\\\"}}",
          "{\"type\":\"MODIFIED\",\"object\":{\"ü\":\"日本\\u00e9 😀\"}}",
          "{\"list\":[{\"x\":1},{\"y\":[{}]}]}",
          "{}");

  @Test
  void cutsTheSameWhereverPiecesEnd() {
    byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      assertThat(cut(bytes, size)).as("pieces of %d bytes", size).isEqualTo(OBJECTS);
    }
  }

  @Test
  void keepsAnUnfinishedObjectBack() {
    assertThat(cut("{\"a\":1}{\"b\":".getBytes(StandardCharsets.UTF_8), 3))
        .containsExactly("{\"a\":1}");
  }

  @Test
  void growsWithTheObject() {
    String large = "{\"data\":\"" + "x".repeat(100_000) + "\"}";
    assertThat(cut(large.getBytes(StandardCharsets.UTF_8), 1000)).containsExactly(large);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<html>                  | an object at byte 0, found '<'",
        "[{}]                    | an object at byte 0, found '['",
        "{}garbage{}             | an object at byte 2, found 'g'",
        "{}}{}                   | an object at byte 2, found '}'",
        "{}\u0000{}               | an object at byte 2, found 0x00",
        "{\"a\":[1}}              | ',' or ']' at byte 7, found '}'",
        "{\"a\":{\"b\":1]}         | ',' or '}' at byte 11, found ']'",
        "{\"a\":1 2}              | ',' or '}' at byte 7, found '2'",
        "{\"a\":1,}               | a name at byte 7, found '}'",
        "{\"a\":[1,]}             | a value at byte 8, found ']'",
        "{\"a\" 1}                | ':' at byte 5, found '1'",
        "{\"a\":}                 | a value at byte 5, found '}'",
        "{a:1}                   | a name or '}' at byte 1, found 'a'",
        "{\"a\":1{\"b\":2}          | ',' or '}' at byte 6, found '{'",
        "{\"a\":é}                | a value at byte 5, found 0xc3"
      })
  void refusesWhatIsNoStreamOfObjectsWhereverPiecesEnd(String stream, String why) {
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      int pieces = size;
      assertThatThrownBy(() -> cut(bytes, pieces))
          .as("pieces of %d bytes", size)
          .isInstanceOf(MalformedJsonException.class)
          .hasMessage("broken JSON: expected " + why);
    }
  }

  @Test
  void noticesALostQuoteAtTheEndOfTheLineAndALostBraceAtTheNextObject() {
    assertThatThrownBy(() -> cut("{\"a\":\"b}\n{\"c\":1}\n".getBytes(StandardCharsets.UTF_8), 5))
        .hasMessageContaining("the end of a string");
    assertThatThrownBy(() -> cut("{\"a\":{}\n{\"c\":1}\n".getBytes(StandardCharsets.UTF_8), 5))
        .hasMessageContaining("expected ',' or '}'");
  }

  @Test
  void takesWhatLiesAsDeepAsAnApiServerTakesAndNotMore() {
    String deepest = "{\"a\":" + "[".repeat(10_001) + "]".repeat(10_001) + "}";
    String deeper = "{\"a\":" + "[".repeat(10_002) + "]".repeat(10_002) + "}";

    assertThat(cut(deepest.getBytes(StandardCharsets.UTF_8), 1000)).containsExactly(deepest);
    assertThatThrownBy(() -> cut(deeper.getBytes(StandardCharsets.UTF_8), 1000))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage("more than 10002 brackets in each other");
  }

  @Test
  void holdsNoMoreThanTheLongestObject() {
    JsonCutter cutter = new JsonCutter((object, start, end) -> {});
    ByteBuffer piece = ByteBuffer.wrap("x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
    cutter.cut(ByteBuffer.wrap("{\"a\":\"".getBytes(StandardCharsets.UTF_8)));
    for (int i = 0; i < 15; i++) {
      cutter.cut(piece);
    }

    assertThatThrownBy(() -> cutter.cut(piece))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage("an object of more than 16 MiB");
  }

  private static List<String> cut(byte[] bytes, int size) {
    List<String> objects = new ArrayList<>();
    JsonCutter cutter =
        new JsonCutter(
            (object, start, end) ->
                objects.add(new String(object, start, end - start, StandardCharsets.UTF_8)));
    for (int from = 0; from < bytes.length; from += size) {
      cutter.cut(ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from)));
    }
    return objects;
  }
}
