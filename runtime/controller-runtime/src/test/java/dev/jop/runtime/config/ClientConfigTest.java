package dev.jop.runtime.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.runtime.testing.ClientConfigs;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientConfigTest {

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void refusesATimeoutThatIsNone(String timeout) {
    assertThatThrownBy(() -> ClientConfigs.nowhere().withTimeout(Duration.parse(timeout)))
        .isInstanceOf(ConfigException.class)
        .hasMessage("the timeout %s must be more than 0; no request may wait for ever", timeout);
  }
}
