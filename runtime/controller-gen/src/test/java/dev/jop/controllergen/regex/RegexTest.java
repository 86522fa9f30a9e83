package dev.jop.controllergen.regex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API server reads is judged in {@code CelExpressionsIT}; here is why it does not. */
class RegexTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "^[a-z]+$",
        "(?:(a)|b)(?:c)",
        "(?P<n>(a))b",
        "(?i)a",
        "a{2,3}",
        "a{,3}",
        "[]a]",
        "[a-]",
        "[[:alpha:]]",
        "\\pL",
        "\\p{Greek}",
        "\\Qa(b\\E",
        "\\x{41}",
        "(|a)*"
      })
  void findsNoFaultInWhatTheApiServerReads(String pattern) {
    assertThat(Regex.fault(pattern)).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    assertThat(Regex.fault("(a")).hasValue("a parenthesis is opened and not closed");
    assertThat(Regex.fault("a)")).hasValue("a parenthesis is closed that was not opened");
    assertThat(Regex.fault("[a")).hasValue("a bracket is opened and not closed");
    assertThat(Regex.fault("[z-a]")).hasValue("a range begins behind its end: z-a]");
    assertThat(Regex.fault("*")).hasValue("there is nothing to repeat");
    assertThat(Regex.fault("a**")).hasValue("a repetition is repeated");
    assertThat(Regex.fault("a{3,2}")).hasValue("a repetition has counts that make no sense: {3,2}");
    assertThat(Regex.fault("(a{100}){100}")).hasValue("it repeats more than 1000 times");
    assertThat(Regex.fault("(?=a)")).hasValue("it knows no (?=a");
    assertThat(Regex.fault("\\1")).hasValue("it knows no \\1");
    assertThat(Regex.fault("\\p{Nonsense}")).hasValue("it knows no \\p{Nonsense}");
    assertThat(Regex.fault("[[:nope:]]")).hasValue("it knows no [:nope:]");
    assertThat(Regex.fault("\\x{110000}")).hasValue("there is no character \\x{110000}");
    assertThat(Regex.fault("a\\")).hasValue("it ends with a backslash");
  }

  @Test
  void refusesWhatNestsTooDeeply() {
    assertThat(Regex.fault("(".repeat(5000))).hasValue("it nests deeper than 1000 levels");
  }
}
