package dev.jop.controllergen.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @Test
  void readsWhatItWrites() {
    String text = "{\"a\":[1,-2,true,{}],\"b\\\"\":{\"c\":\"d\\\\e\\u000a\"},\"f\":[],\"g\":1.5}";
    assertThat(JsonText.write(JsonText.parse(text))).isEqualTo(text);
  }

  @Test
  void readsEveryKindOfValue() {
    assertThat(JsonText.parse(" { \"a\" : [ \"\\u00e4\\n\\/\" , false , 0.5 , 1e3 ] } "))
        .isEqualTo(Map.of("a", List.of("ä\n/", false, new BigDecimal("0.5"), 1000L)));
    assertThat(JsonText.parse("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
    assertThat(JsonText.parse("9223372036854775808"))
        .isEqualTo(new BigDecimal("9223372036854775808"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "[1 2]",
        "nul",
        "null",
        "01",
        "1.",
        "+1",
        "\"a",
        "\"\\x\"",
        "\"\\u00\"",
        "1 1",
        "{\"a\":1,\"a\":2}",
        "{a:1}",
        "tru",
        "\"a\nb\""
      })
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
