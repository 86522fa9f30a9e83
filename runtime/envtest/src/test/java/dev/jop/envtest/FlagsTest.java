package dev.jop.envtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FlagsTest {
  private static final Map<String, String> BASE = new TreeMap<>(Map.of("a", "1", "b", "2"));

  @Test
  void leaveTheCommandLineAsItIs() {
    assertThat(Flags.none().render(BASE)).containsExactly("--a=1", "--b=2");
  }

  @Test
  void setAppendAndRemoveInOrder() {
    Flags flags =
        Flags.none()
            .set("--a", "x", "y")
            .append("b", "3")
            .append("c", "4")
            .remove("d")
            .append("a", "z");

    assertThat(flags.render(BASE))
        .containsExactly("--a=x", "--a=y", "--a=z", "--b=2", "--b=3", "--c=4");
    assertThat(flags.remove("a").remove("-b").render(BASE)).containsExactly("--c=4");
  }
}
