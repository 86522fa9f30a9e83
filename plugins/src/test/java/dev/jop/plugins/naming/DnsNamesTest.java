package dev.jop.plugins.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "a", "1.2", "my-org.io"})
  void takesSubdomains(String name) {
    assertThat(DnsNames.isSubdomain(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "A.b", "a_b", "-a", "a-", "ä", "a b"})
  void refusesWhatIsNoSubdomain(String name) {
    assertThat(DnsNames.isSubdomain(name)).isFalse();
  }

  @Test
  void limitsLengths() {
    assertThat(DnsNames.isLabel("a".repeat(63))).isTrue();
    assertThat(DnsNames.isLabel("a".repeat(64))).isFalse();
    assertThat(DnsNames.isSubdomain("abc.".repeat(63) + "a")).isTrue();
    assertThat(DnsNames.isSubdomain("abc.".repeat(63) + "ab")).isFalse();
  }

  @Test
  void knowsThatLabelsOfRfc1035BeginWithALetter() {
    assertThat(DnsNames.isLabelOfRfc1035("a1")).isTrue();
    assertThat(DnsNames.isLabelOfRfc1035("1a")).isFalse();
  }
}
