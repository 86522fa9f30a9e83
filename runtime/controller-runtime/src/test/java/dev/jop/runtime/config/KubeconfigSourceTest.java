package dev.jop.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KubeconfigSourceTest {

  private final KubeconfigSource source = new KubeconfigSource(Path.of("/a/config"), "test");

  @Test
  void resolvesPathsAgainstItsFolder() {
    assertThat(source.resolve("../b/token")).isEqualTo(Path.of("/b/token"));
    assertThat(source.resolve("/token")).isEqualTo(Path.of("/token"));
  }

  @Test
  void saysWhatIsNoPath() {
    assertThatThrownBy(() -> source.resolve("a\0b"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("kubeconfig /a/config (from test) names a path that no file can have: a?b")
        .hasNoCause();
  }
}
