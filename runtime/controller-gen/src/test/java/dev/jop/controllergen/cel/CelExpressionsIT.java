package dev.jop.controllergen.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jop.envtest.Environment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts in the table are those of the real API server. */
class CelExpressionsIT {
  private static final Path TABLE = Path.of("src/test/resources/cel/expressions.txt");
  private static final boolean RENEW = Boolean.getBoolean("jop.cel.renew");

  private static Environment environment;
  private static KubernetesClient client;
  private static ServerVerdicts server;

  @BeforeAll
  static void start() throws IOException {
    environment = Environment.start();
    client = new KubernetesClientBuilder().withConfig(environment.config()).build();
    server = new ServerVerdicts(client);
    if (RENEW) {
      renew();
    }
  }

  @AfterAll
  static void stop() {
    if (client != null) {
      client.close();
    }
    if (environment != null) {
      environment.close();
    }
  }

  private static void renew() throws IOException {
    ExpressionTable table = ExpressionTable.read();
    Map<String, List<ExpressionTable.Line>> anew = new LinkedHashMap<>();
    table.bySchema().forEach((schema, lines) -> anew.put(schema, server.on(schema, lines)));
    Files.writeString(TABLE, table.with(anew));
  }

  @TestFactory
  Stream<DynamicTest> theTableSaysWhatTheApiServerSays() {
    return ExpressionTable.read().bySchema().entrySet().stream()
        .map(
            group ->
                DynamicTest.dynamicTest(
                    group.getKey(),
                    () ->
                        assertThat(
                                ExpressionTable.differences(
                                    group.getValue(), server.on(group.getKey(), group.getValue())))
                            .as("verdicts of the API server; -Djop.cel.renew=true writes them")
                            .isEmpty()));
  }

  static Stream<RuleTable> rules() {
    return RuleTable.read();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theTableOfRulesSaysWhatTheApiServerSays(RuleTable rule) {
    assertThat(server.verdicts(rule.ruled(), 1)).containsExactly(rule.verdict());
  }

  @Test
  void theApiServerAddsUpWhatAllRulesCost() {
    Map<String, Object> rule = Map.of("rule", "self.more.all(n, n in self.more)");
    for (int rules : List.of(1, 24, 25, 30)) {
      RuledSchema schema = RuledSchema.of("bounded", Collections.nCopies(rules, rule));
      assertThat(server.isWithinBudget(schema))
          .as("%d rules", rules)
          .isEqualTo(CelRules.check(schema.schema()).budget().isEmpty());
    }
  }

  @Test
  void theTableHasVerdictsOfEachKind() {
    List<String> verdicts =
        ExpressionTable.read().bySchema().values().stream()
            .flatMap(List::stream)
            .map(ExpressionTable.Line::verdict)
            .toList();
    assertThat(verdicts).contains("ok", "no", ">100").doesNotContain("?");
  }
}
