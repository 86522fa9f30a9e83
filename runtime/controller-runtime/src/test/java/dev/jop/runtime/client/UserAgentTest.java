package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTest {

  @ParameterizedTest
  @CsvSource({
    "com.example.widget.Main --leader-elect, Main",
    "/app/lib/widget-operator-1.2.3-SNAPSHOT.jar x, widget-operator",
    "operator.jar, operator",
    "C:\\apps\\operator-7.jar, operator",
    "'', unknown",
    "a\u00fcb, a_b"
  })
  void namesTheProgramWithoutItsVersion(String command, String name) {
    assertThat(UserAgent.program(command)).isEqualTo(name);
  }
}
