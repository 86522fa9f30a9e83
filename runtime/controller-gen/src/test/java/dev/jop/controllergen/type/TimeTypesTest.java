package dev.jop.controllergen.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.controllergen.schema.Schema;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the schema of a time takes is what the client reads, and what the client writes. */
class TimeTypesTest {
  private final KubernetesSerialization serialization = new KubernetesSerialization();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          java.time.Duration, PT5M, PT5M
          java.time.Duration, P1D, PT24H
          java.time.Duration, P1DT2H3M4.5S, PT26H3M4.5S
          java.time.Duration, -PT1M0.5S, PT-1M-0.5S
          java.time.Duration, PT0S, PT0S
          java.time.Duration, PT1H1S, PT1H1S
          java.time.Duration, P999999999DT999999999M999999999.999999999S, PT24016944420H25M39.999999999S
          java.time.Period, P1Y2M3W4D, P1Y2M25D
          java.time.Period, -P1D, P-1D
          java.time.Period, P9999999W899999999D, P969999992D
          java.time.LocalTime, 10:15, 10:15:00
          java.time.LocalTime, 23:59:59.999999999, 23:59:59.999999999
          java.time.LocalDateTime, 2026-01-31T10:15, 2026-01-31T10:15:00
          java.time.OffsetTime, 10:15Z, 10:15Z
          java.time.OffsetTime, 10:15:30-17:59, 10:15:30-17:59
          io.fabric8.kubernetes.api.model.Duration, 5m, 300000000000ns
          io.fabric8.kubernetes.api.model.Duration, 1h30m, 5400000000000ns
          io.fabric8.kubernetes.api.model.Duration, 0s, 0ns
          io.fabric8.kubernetes.api.model.Duration, 3ms5µs, 3005000ns
          io.fabric8.kubernetes.api.model.Duration, 99999h999999m99999999s99999999999ms99999999999999us, 719996338998999000ns
          """)
  void takesWhatIsReadAndWritten(String type, String text, String written) throws Exception {
    assertThat(takes(type, text)).isTrue();
    Object value = serialization.unmarshal('"' + text + '"', Class.forName(type));
    assertThat(serialization.asJson(value)).isEqualTo('"' + written + '"');
    assertThat(takes(type, written)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          java.time.Duration, 5m
          java.time.Duration, P
          java.time.Duration, -P
          java.time.Duration, PT
          java.time.Duration, P1DT
          java.time.Duration, P1W
          java.time.Duration, PT.5S
          java.time.Duration, PT1.1234567890S
          java.time.Duration, PT99999999999999999999H
          java.time.Duration, ''
          java.time.Period, PT1H
          java.time.Period, P2147483648D
          java.time.Period, P999999999W
          java.time.Period, P1M1Y
          java.time.LocalTime, 24:00
          java.time.LocalTime, 1:15
          java.time.LocalDateTime, 2026-01-01
          java.time.LocalDateTime, 2026-01-01T10:15:30+01:00
          java.time.OffsetTime, 10:15
          java.time.OffsetTime, 10:15+0100
          io.fabric8.kubernetes.api.model.Duration, 1.5h
          io.fabric8.kubernetes.api.model.Duration, -5m
          io.fabric8.kubernetes.api.model.Duration, 5
          io.fabric8.kubernetes.api.model.Duration, ''
          """)
  void refusesWhatIsNotReadOrReadAsSomethingElse(String type, String text) {
    assertThat(takes(type, text)).isFalse();
  }

  private static boolean takes(String type, String text) {
    Schema schema = KnownTypes.named(type).orElseThrow();
    long least = schema.keyword("minLength").map(length -> (Long) length).orElse(0L);
    String pattern = schema.keyword("pattern").map(String::valueOf).orElseThrow();
    return text.length() >= least && Pattern.compile(pattern).matcher(text).matches();
  }
}
