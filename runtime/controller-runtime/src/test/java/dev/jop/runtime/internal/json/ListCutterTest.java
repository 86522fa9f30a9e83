package dev.jop.runtime.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void keepsAnUnfinishedItemBackAndSaysThatTheListBreaksOff() {
    List<String> items = new ArrayList<>();
    ListCutter cutter = cutter(items);
    cutter.cut(bytes("{\"items\":[{},{\"a\":"));

    assertThat(items).containsExactly("{}");
    assertThatThrownBy(cutter::envelope)
        .isInstanceOf(MalformedJsonException.class)
        .hasMessageContaining("the end of the list is missing");
  }

  @Test
  void cutsNothingOutOfOtherFields() {
    String list =
        "{\"xitems\":[{}],\"item\":[{}],\"items\":null,\"x\":{\"items\":[{}]},\"y\":[[{}]]}";
    List<String> items = new ArrayList<>();
    ListCutter cutter = cutter(items);
    cutter.cut(bytes(list));

    assertThat(items).isEmpty();
    assertThat(new String(cutter.envelope(), StandardCharsets.UTF_8)).isEqualTo(list);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html></html>",
        "[]",
        "{\"items\":[{}}",
        "{\"items\":[{}{}]}",
        "{\"items\":[{},]}",
        "{\"items\":[{}]]",
        "{\"items\":[]} {\"items\":[]}"
      })
  void refusesWhatIsNoList(String answer) {
    ListCutter cutter = cutter(new ArrayList<>());

    assertThatThrownBy(() -> cutter.cut(bytes(answer))).isInstanceOf(MalformedJsonException.class);
  }

  @Test
  void holdsNoMoreThanSoMuch() {
    ListCutter endlessItem = cutter(new ArrayList<>());
    endlessItem.cut(bytes("{\"items\":[{\"a\":\""));
    ListCutter endlessEnvelope = cutter(new ArrayList<>());
    endlessEnvelope.cut(bytes("{\"a\":\""));
    String mebibyte = "x".repeat(1 << 20);

    for (int i = 0; i < 15; i++) {
      endlessItem.cut(bytes(mebibyte));
      endlessEnvelope.cut(bytes(mebibyte));
    }
    assertThatThrownBy(() -> endlessItem.cut(bytes(mebibyte)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage("an object of more than 16 MiB");
    assertThatThrownBy(() -> endlessEnvelope.cut(bytes(mebibyte)))
        .isInstanceOf(MalformedJsonException.class)
        .hasMessage("a list with more than 16 MiB beside its items");
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ListCutter cutter(List<String> items) {
    return new ListCutter(
        (json, start, end) ->
            items.add(new String(json, start, end - start, StandardCharsets.UTF_8)));
  }
}
