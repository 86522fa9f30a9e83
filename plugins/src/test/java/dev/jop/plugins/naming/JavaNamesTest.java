package dev.jop.plugins.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaNamesTest {

  @ParameterizedTest
  @CsvSource({
    "example.com, guestbook, com.example.guestbook",
    "my-org.io, my-app, io.my_org.myapp",
    "case.new, int, new_.case_.int_",
    "42.example, 7seas, example._42._7seas"
  })
  void makesAPackageOfADomainAndAName(String domain, String name, String expected) {
    assertThat(JavaNames.packageOf(domain, name)).isEqualTo(expected);
    assertThat(JavaNames.isPackage(expected)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a.", ".a", "a..b", "com.int", "com.my-app", "1a", "Com.Example", "a b"})
  void refusesWhatIsNoPackage(String name) {
    assertThat(JavaNames.isPackage(name)).isFalse();
  }
}
