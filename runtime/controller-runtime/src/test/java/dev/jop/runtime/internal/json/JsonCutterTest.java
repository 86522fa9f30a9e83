package dev.jop.runtime.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
