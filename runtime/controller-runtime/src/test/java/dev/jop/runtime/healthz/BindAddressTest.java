package dev.jop.runtime.healthz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindAddressTest {

  @Test
  void meansAllAddressesWithoutAHost() {
    assertThat(BindAddress.parse(":8081"))
        .hasValueSatisfying(
            address -> {
              assertThat(address.getPort()).isEqualTo(8081);
              assertThat(address.getAddress().isAnyLocalAddress()).isTrue();
            });
  }

  @Test
  void readsHostsAndBracketedAddresses() {
    assertThat(BindAddress.parse("127.0.0.1:0").orElseThrow().getAddress().isLoopbackAddress())
        .isTrue();
    assertThat(BindAddress.parse("[::1]:8081").orElseThrow().getAddress().isLoopbackAddress())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0"})
  void meansNowhere(String text) {
    assertThat(BindAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8081", ":http", ":-1", ":65536", ":", "no.such.host.invalid:8081"})
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> BindAddress.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }
}
