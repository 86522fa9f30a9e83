package dev.jop.plugins.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {

  @ParameterizedTest
  @CsvSource({
    "Guestbook, guestbook",
    "FirstMate, firstMate",
    "HTTPProxy, httpProxy",
    "URL, url",
    "Class, myClass",
    "Request, myRequest"
  })
  void makesAVariable(String kind, String variable) {
    assertThat(Kinds.variable(kind)).isEqualTo(variable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "guestbook", "My-Kind", "My_Kind", "1Kind", "Käfer", "My Kind"})
  void refusesWhatIsNotInCamelCase(String kind) {
    assertThat(Kinds.isKind(kind)).isFalse();
  }
}
