package dev.jop.controllergen.cel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The rules of {@code rules.yaml}, and what the API server says to each. */
record RuleTable(String schema, String verdict, Map<String, Object> rule) {

  static Stream<RuleTable> read() {
    try (InputStream in = RuleTable.class.getResourceAsStream("/cel/rules.yaml")) {
      List<?> lines = (List<?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return lines.stream().map(line -> of((Map<?, ?>) line)).toList().stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @SuppressWarnings("unchecked")
  private static RuleTable of(Map<?, ?> line) {
    return new RuleTable(
        String.valueOf(line.get("schema")),
        String.valueOf(line.get("verdict")),
        (Map<String, Object>) Objects.requireNonNull(line.get("rule")));
  }

  RuledSchema ruled() {
    return RuledSchema.of(schema, List.of(rule));
  }

  @Override
  public String toString() {
    return schema + " " + rule;
  }
}
