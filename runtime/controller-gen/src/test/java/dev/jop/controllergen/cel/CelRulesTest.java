package dev.jop.controllergen.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CelRulesTest {

  static Stream<RuleTable> rules() {
    return RuleTable.read();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void saysWhatTheApiServerSays(RuleTable rule) {
    CelReport report = CelRules.check(rule.ruled().schema());
    assertThat(OurVerdicts.verdict(report, 0)).isEqualTo(rule.verdict());
  }

  @Test
  void saysWhereARuleIsAndWhatOfItIsWrong() {
    assertThat(problems("nested", Map.of("rule", "true", "messageExpression", "self.size")))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("spec.groups[*][*]");
              assertThat(problem.part()).isEqualTo("messageExpression");
              assertThat(problem.warning()).isFalse();
            });
  }

  @Test
  void countsHowOftenARuleIsRun() {
    Map<String, Object> rule = Map.of("rule", "self.name.contains('a')");
    assertThat(problems("atomic", rule)).isEmpty();
    assertThat(problems("element", rule))
        .singleElement()
        .satisfies(problem -> assertThat(problem.warning()).isTrue())
        .extracting(CelProblem::message)
        .asString()
        .startsWith("the rule may cost more than 100 times what the API server accepts");
  }

  @Test
  void addsUpWhatAllRulesOfAKindCost() {
    Map<String, Object> rule = Map.of("rule", "self.more.all(n, n in self.more)");
    assertThat(CelRules.check(RuledSchema.of("bounded", List.of(rule)).schema()).budget())
        .isEmpty();
    List<Map<String, Object>> many = Collections.nCopies(30, rule);
    CelReport report = CelRules.check(RuledSchema.of("bounded", many).schema());
    assertThat(report.problems()).isEmpty();
    assertThat(report.budget())
        .hasValueSatisfying(
            budget ->
                assertThat(budget)
                    .startsWith("all rules together may cost ")
                    .contains(" times what the API server accepts"));
  }

  private static List<CelProblem> problems(String schema, Map<String, Object> rule) {
    return CelRules.check(RuledSchema.of(schema, List.of(rule)).schema()).problems();
  }
}
