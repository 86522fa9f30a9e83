package dev.jop.runtime.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListCutterTest {

  private static final String LIST =
      """
      {"kind":"日本List","metadata":{"resourceVersion":"12","x":[{"no":"item"}]},
       "items":[{"a":"}]{[\\"\\\\"},
         {"ü":"日本\\u00e9 😀","n":[{"x":{}}]}
         ,{}],"behind":{"y":1}}
      """;

  private static final List<String> ITEMS =
      List.of("{\"a\":\"}]{[\\\"\\\\\"}", "{\"ü\":\"日本\\u00e9 😀\",\"n\":[{\"x\":{}}]}", "{}");

  @Test
  void cutsTheSameWhereverPiecesEnd() {
    byte[] bytes = LIST.getBytes(StandardCharsets.UTF_8);
    String envelope = LIST;
    for (String item : ITEMS) {
      envelope = envelope.replace(item, "");
    }
    for (int size = 1; size <= bytes.length; size++) {
      List<String> items = new ArrayList<>();
      ListCutter cutter = cutter(items);
      for (int from = 0; from < bytes.length; from += size) {
        cutter.cut(ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from)));
      }
      assertThat(items).as("pieces of %d bytes", size).isEqualTo(ITEMS);
      assertThat(new String(cutter.envelope(), StandardCharsets.UTF_8)).isEqualTo(envelope);
    }
  }

  @Test
  void keepsAnUnfinishedItemBack() {
    List<String> items = new ArrayList<>();
    ListCutter cutter = cutter(items);
    cutter.cut(ByteBuffer.wrap("{\"items\":[{},{\"a\":".getBytes(StandardCharsets.UTF_8)));

    assertThat(items).containsExactly("{}");
    assertThat(new String(cutter.envelope(), StandardCharsets.UTF_8)).isEqualTo("{\"items\":[,");
  }

  private static ListCutter cutter(List<String> items) {
    return new ListCutter(
        (json, start, end) ->
            items.add(new String(json, start, end - start, StandardCharsets.UTF_8)));
  }
}
