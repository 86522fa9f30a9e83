package dev.jop.runtime.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagerFlagsTest {

  @Test
  void takesDefaultsWithoutFlags() {
    assertThat(ManagerFlags.parse()).hasValue(ManagerOptions.defaults());
  }

  @ParameterizedTest
  @CsvSource({
    "--health-probe-bind-address=:8081,", "-health-probe-bind-address=:8081,",
    "--health-probe-bind-address,:8081", "-health-probe-bind-address,:8081"
  })
  void readsAValueAfterAnEqualsSignOrAsTheNextArgument(String first, String second) {
    ManagerOptions options =
        (second == null ? ManagerFlags.parse(first) : ManagerFlags.parse(first, second))
            .orElseThrow();

    assertThat(options.healthProbeBindAddress()).isEqualTo(":8081");
  }

  @Test
  void looksForTheKubeconfigThatIsNamed() {
    ManagerOptions options = ManagerFlags.parse("--kubeconfig=/no/such/file").orElseThrow();

    assertThatThrownBy(() -> options.config().get())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("/no/such/file");
  }

  @ParameterizedTest
  @CsvSource({"--help", "-h", "-help"})
  void saysWhenHelpIsWanted(String flag) {
    assertThat(ManagerFlags.parse(flag)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--metrics=1, unknown flag --metrics",
    "--kubeconfig, flag --kubeconfig needs a value",
    "something, unexpected argument \"something\"",
    "--health-probe-bind-address=8081, --health-probe-bind-address: \"8081\" is no address"
  })
  void refusesWhatItDoesNotKnow(String argument, String message) {
    assertThatThrownBy(() -> ManagerFlags.parse(argument))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(message);
  }
}
