package dev.jop.controllergen.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  private static final List<String> SORTED =
      List.of(
          "", "_", "1", "2", "02", "10", "A", "a", "a-", "a_", "a1", "a1_", "a1b", "a2", "a2b",
          "a02", "a10", "a10a", "aA", "ab", "b", "é");

  @Test
  void putsNumbersByTheirValueBetweenPunctuationAndLetters() {
    List<String> shuffled = new ArrayList<>(SORTED);
    Collections.shuffle(shuffled, new Random(1));
    shuffled.sort(new NaturalOrder());
    assertThat(shuffled).isEqualTo(SORTED);
  }

  @Test
  void isTotal() {
    NaturalOrder order = new NaturalOrder();
    for (int i = 0; i < SORTED.size(); i++) {
      for (int j = 0; j < SORTED.size(); j++) {
        assertThat(Integer.signum(order.compare(SORTED.get(i), SORTED.get(j))))
            .as("%s and %s", SORTED.get(i), SORTED.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }
}
