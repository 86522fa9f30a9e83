package dev.jop.runtime.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/a/b, /a/b",
    "/a//b/, /a//b/",
    "/%61%2E%2e%C3%A4, /a..ä",
    "/a+b, /a+b",
    "http://host:80/a?b, /a",
    "HTTPS://host, /",
    "http://host?b, /",
  })
  void readsPathsAndUrls(String text, String path) throws RefusedException {
    assertThat(Target.parse(text).path()).isEqualTo(path);
  }

  @Test
  void readsTheParametersInTheirOrder() throws RefusedException {
    assertThat(Target.parse("/?b=1&a=%26+%3D=&b=2&c&&d=?").query())
        .isEqualTo(
            Map.of(
                "b", List.of("1", "2"),
                "a", List.of("& =="),
                "c", List.of(""),
                "d", List.of("?")));
    assertThat(Target.parse("/a").query()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "a",
        "host:443",
        "ftp://host/a",
        "/a/../b",
        "/a/%2e%2E/b",
        "/.",
        "/a%2fb",
        "/a%5Cb",
        "/a\\b",
        "/a%00",
        "/a%0d%0a",
        "/a#b",
        "/ä",
        "/a b",
        "/%",
        "/%4",
        "/%zz",
        "/%c3",
        "/%c0%af",
        "/?a=%ff",
        "/?%0",
      })
  void refusesWhatCouldBeReadInTwoWays(String text) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.response().status()).isEqualTo(400));
  }
}
