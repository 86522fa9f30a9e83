package dev.jop.controllergen.cel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What the generator says to expressions, in the words of the table. */
final class OurVerdicts {

  private OurVerdicts() {}

  static List<ExpressionTable.Line> on(String schema, List<ExpressionTable.Line> lines) {
    List<Map<String, Object>> rules =
        lines.stream().map(line -> Map.<String, Object>of("rule", line.expression())).toList();
    CelReport report = CelRules.check(RuledSchema.of(schema, rules).schema());
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new ExpressionTable.Line(verdict(report, i), lines.get(i).expression()))
        .toList();
  }

  static String verdict(CelReport report, int rule) {
    List<CelProblem> problems =
        report.problems().stream()
            .filter(problem -> Integer.valueOf(rule).equals(problem.rule().origin()))
            .toList();
    if (problems.isEmpty()) {
      return "ok";
    }
    return problems.stream().allMatch(CelProblem::warning)
        ? factor(problems.get(0).message())
        : "no";
  }

  /** Returns the factor in a message such as "… may cost 3.5 times what …". */
  private static String factor(String message) {
    String times = message.replaceFirst(".* may cost (more than )?([0-9.]+) times.*", "$1$2");
    return times.toLowerCase(Locale.ROOT).replace("more than ", ">");
  }
}
