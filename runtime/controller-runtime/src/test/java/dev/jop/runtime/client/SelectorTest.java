package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {

  private static final Map<String, String> LABELS =
      Map.of("app", "web", "tier", "front", "example.com/owned", "", "size", "12");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | true",
        "app=web                     | true",
        "app==web                    | true",
        "app = web , tier=front      | true",
        "app=db                      | false",
        "app!=db                     | true",
        "app!=web                    | false",
        "missing!=x                  | true",
        "missing=                    | false",
        "example.com/owned=          | true",
        "app in (db, web)            | true",
        "app in (db)                 | false",
        "app notin (db)              | true",
        "missing notin (db)          | true",
        "tier,app                    | true",
        "missing                     | false",
        "!missing                    | true",
        "!app                        | false",
        "app in (web),!missing,tier  | true",
        "app in (web,web)            | true",
        "size>11                     | true",
        "size > 12                   | false",
        "size<13,app                 | true",
        "size<9223372036854775807    | true",
        "' '                         | true",
        "missing notin ()            | true",
        "example.com/owned in (,a)   | true",
        "app>1                       | false",
        "missing<1                   | false",
      })
  void selectsAsTheApiServerDoes(String selector, boolean matches) {
    assertThat(Selector.parse(selector).matches(LABELS)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app=", "in", "notin=x"})
  void takesOddButValidNames(String selector) {
    Selector.parse(selector);
  }

  /** Each was held against {@code labels.Parse} of apimachinery 0.37.2. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "app=web,",
        ",",
        ",app",
        "app,,tier",
        "app in web",
        "app in (web",
        "app in (db web)",
        "app=a b",
        "app!",
        "!app=web",
        "-app",
        "app.",
        "a/b/c",
        "A.b/c",
        "app=web_",
        "size>",
        "size>x",
        "size<-1",
        "size>9223372036854775808",
      })
  void refusesWhatTheApiServerRefuses(String selector) {
    assertThatThrownBy(() -> Selector.parse(selector))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a label selector: ");
  }

  @Test
  void takesNamesOfUpTo63Characters() {
    String longest = "n".repeat(63);

    Selector.parse(longest + "=" + longest);

    assertThatThrownBy(() -> Selector.parse(longest + "n=x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Selector.parse("x=n" + longest))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhereASelectorIsWrong() {
    assertThatThrownBy(() -> Selector.parse("app=web,=x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("=x");
  }
}
