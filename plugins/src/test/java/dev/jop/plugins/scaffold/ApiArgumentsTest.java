package dev.jop.plugins.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.plugins.InvalidArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiArgumentsTest {

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v1beta1", "v2alpha3", "v10"})
  void takesVersions(String version) {
    assertThat(ApiArguments.of("webapp", version, "Guestbook").version()).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({
    "Web_App, v1, Guestbook, --group",
    "webapp, foo, Guestbook, --version",
    "webapp, '', Guestbook, --version",
    "webapp, v1.2, Guestbook, --version",
    "webapp, v0, Guestbook, --version",
    "webapp, v1gamma1, Guestbook, --version",
    "webapp, v1, '', --kind",
    "webapp, v1, My-Kind, --kind",
    "webapp, v1, guestbook, --kind",
    "webapp, v1, Reconciler, --kind",
    "webapp, v1, String, --kind"
  })
  void refusesWithTheFlagsName(String group, String version, String kind, String flag) {
    assertThatThrownBy(() -> ApiArguments.of(group, version, kind))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith(flag + ":");
  }

  @Test
  void refusesAPluralThatIsNoLabel() {
    assertThatThrownBy(
            () -> new ApiArguments("g", "v1", "Box", "Box_en", true, true, true, false, ""))
        .hasMessageStartingWith("--plural:");
  }

  @Test
  void refusesToDoNothing() {
    assertThatThrownBy(() -> new ApiArguments("g", "v1", "Box", "", true, false, false, false, ""))
        .hasMessageStartingWith("--resource and --controller");
  }
}
