package dev.jop.plugins.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jop.plugins.InvalidArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitArgumentsTest {
  private static final InitArguments VALID = InitArguments.of("example.com", "guestbook");

  @Test
  void derivesTheRestFromDomainAndName() {
    assertThat(VALID.groupId()).isEqualTo("com.example");
    assertThat(VALID.artifactId()).isEqualTo("guestbook");
    assertThat(VALID.basePackage()).isEqualTo("com.example.guestbook");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bad_Domain!", "example..com", "-a.com"})
  void refusesDomains(String domain) {
    assertThatThrownBy(() -> InitArguments.of(domain, "guestbook"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("--domain: \"" + domain + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "My Project",
        "a_b",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeefffffff"
      })
  void refusesProjectNames(String name) {
    assertThatThrownBy(() -> InitArguments.of("example.com", name))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("--project-name: \"" + name + "\"");
  }

  @Test
  void refusesWhatIsNoJavaPackageOrMavenId() {
    assertThatThrownBy(() -> VALID.withBasePackage("com.int")).hasMessageStartingWith("--package:");
    assertThatThrownBy(() -> VALID.withGroupId("a b")).hasMessageStartingWith("--group-id:");
    assertThatThrownBy(() -> VALID.withArtifactId("")).hasMessageStartingWith("--artifact-id:");
    assertThatThrownBy(() -> VALID.withLicense(License.APACHE2, "a */"))
        .hasMessageStartingWith("--owner:");
  }
}
