package dev.jop.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatePathTest {

  @Test
  void isThePathOfTheFile() {
    TemplatePath path =
        TemplatePath.of("src/__base__/__Kind__Spec.java.ftl", Map.of("base", "a/b", "Kind", "Box"));

    assertThat(path).isEqualTo(new TemplatePath("src/a/b/BoxSpec.java", ""));
    assertThat(path.isFragment()).isFalse();
  }

  @Test
  void namesTheMarkerOfAFragment() {
    TemplatePath path = TemplatePath.of("src/Main.java@builder.ftl", Map.of());

    assertThat(path).isEqualTo(new TemplatePath("src/Main.java", "builder"));
    assertThat(path.isFragment()).isTrue();
  }

  @Test
  void wantsAValueForEachToken() {
    assertThatThrownBy(() -> TemplatePath.of("__Kind__.java.ftl", Map.of()))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("__Kind__");
  }
}
