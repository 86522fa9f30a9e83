package dev.jop.runtime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.runtime.meta.ObjectKey;
import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void leavesTextThatFitsIntoALine() {
    assertThat(Printable.of("system:node.a b-ключ\ud83d\ude00"))
        .isEqualTo("system:node.a b-ключ\ud83d\ude00");
  }

  @Test
  void showsTheCodesOfWhatBreaksOrTurnsALine() {
    assertThat(Printable.of("a\r\nb\0\t\u2028\u202e\ud83d"))
        .isEqualTo("a\\u000d\\nb\\u0000\\u0009\\u2028\\u202e\\ud83d");
  }

  @Test
  void cutsOffWhatIsLongerThanAnyName() {
    assertThat(Printable.of("x".repeat(253))).hasSize(253);
    assertThat(Printable.of("x".repeat(1_000_000))).isEqualTo("x".repeat(253) + "…");
    assertThat(Printable.of("x".repeat(252) + "\ud83d\ude00")).hasSizeLessThan(260);
  }

  @Test
  void makesAKeyThatPrintsInOneLine() {
    assertThat(ObjectKey.of("shop", "a\nERROR all is lost"))
        .hasToString("shop/a\\nERROR all is lost");
  }
}
