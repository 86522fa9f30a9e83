package dev.jop.controllergen.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlWriterTest {

  @Test
  void writesBlocksWithSortedKeysAndListsAsDeepAsTheirKey() {
    Map<String, Object> tree =
        Map.of(
            "b", List.of("x", Map.of("d", 1, "c", true), List.of(2L, 3L)),
            "a", Map.of("e", Map.of(), "f", List.of(), "g", new BigDecimal("0.5")));
    assertThat(YamlWriter.write(tree))
        .isEqualTo(
            """
            ---
            a:
              e: {}
              f: []
              g: 0.5
            b:
            - x
            - c: true
              d: 1
            - - 2
              - 3
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          25%              | 25%
          1                | "1"
          1e3              | "1e3"
          0x1F             | "0x1F"
          12:30            | "12:30"
          2026-01-01       | "2026-01-01"
          yes              | "yes"
          True             | "True"
          null             | "null"
          ~                | "~"
          v1               | v1
          *                | '*'
          a: b             | 'a: b'
          a:b              | a:b
          a:               | 'a:'
          a #b             | 'a #b'
          a#b              | a#b
          - a              | '- a'
          -a               | -a
          it's             | it's
          'quoted'         | '''quoted'''
          "quoted"         | '"quoted"'
          ^[A-Z]+$         | ^[A-Z]+$
          [a]              | '[a]'
          .spec.x[?(@.a=="b")] | .spec.x[?(@.a=="b")]
          """)
  void quotesOnlyWhereAReaderWouldTakeItForSomethingElse(String text, String written) {
    assertThat(YamlWriter.write(Map.of("k", text))).isEqualTo("---\nk: " + written + "\n");
  }

  @Test
  void writesSeveralLinesAsABlock() {
    assertThat(YamlWriter.write(Map.of("k", Map.of("l", "one\n\ntwo: 2"))))
        .isEqualTo("---\nk:\n  l: |-\n    one\n\n    two: 2\n");
  }

  @Test
  void breaksLongLinesAfterColumnEighty() {
    String text = "word ".repeat(30).strip();
    assertThat(YamlWriter.write(Map.of("k", text)).lines())
        .hasSize(3)
        .allMatch(line -> line.length() <= 85);
  }

  @Test
  void isReadBackAsItWas() {
    String alphabet = "ab1. :#-'\"\\\n%{[,é0_*&!|>@`?=~\t\u2028";
    Random random = new Random(1);
    Load load = new Load(LoadSettings.builder().build());
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(i % 10 == 0 ? 200 : 12);
      for (int k = 0; k < length; k++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Map<String, Object> tree = Map.of("k", text.toString(), "l", List.of(text.toString()));
      assertThat(load.loadFromString(YamlWriter.write(tree))).isEqualTo(tree);
    }
  }
}
