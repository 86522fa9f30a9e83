package dev.jop.controllergen.cel;

import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the API server says to rules when a CRD with them is created in a dry run. */
final class ServerVerdicts {
  private static final String CRDS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions?dryRun=All";
  private static final Pattern RULE = Pattern.compile("x-kubernetes-validations(?:\\[(\\d+)])?");
  private static final Pattern FACTOR =
      Pattern.compile(
          "estimated (?:rule|messageExpression) cost exceeds budget by factor of (more than )?([0-9.]+)x");

  private final KubernetesClient client;

  ServerVerdicts(KubernetesClient client) {
    this.client = client;
  }

  List<ExpressionTable.Line> on(String schema, List<ExpressionTable.Line> lines) {
    List<Map<String, Object>> rules =
        lines.stream().map(line -> Map.<String, Object>of("rule", line.expression())).toList();
    List<String> verdicts = verdicts(RuledSchema.of(schema, rules), rules.size());
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new ExpressionTable.Line(verdicts.get(i), lines.get(i).expression()))
        .toList();
  }

  /** Returns the verdict on each of the rules in a schema. */
  List<String> verdicts(RuledSchema schema, int rules) {
    List<String> verdicts = new ArrayList<>(Collections.nCopies(rules, "ok"));
    for (StatusCause cause : causes(schema)) {
      Matcher rule = RULE.matcher(String.valueOf(cause.getField()));
      if (isTotal(cause)) {
        continue;
      }
      if (!rule.find()) {
        throw new AssertionError(cause.getField() + ": " + cause.getMessage());
      }
      if (rule.group(1) == null) {
        return Collections.nCopies(rules, "no");
      }
      int index = Integer.parseInt(rule.group(1));
      verdicts.set(index, verdicts.get(index).equals("no") ? "no" : verdict(cause));
    }
    return verdicts;
  }

  private static String verdict(StatusCause cause) {
    Matcher factor = FACTOR.matcher(cause.getMessage());
    if (!factor.find()) {
      return "no";
    }
    return (factor.group(1) == null ? "" : ">") + factor.group(2);
  }

  /** Returns whether all rules of a schema together cost no more than is accepted. */
  boolean isWithinBudget(RuledSchema schema) {
    return causes(schema).stream().noneMatch(ServerVerdicts::isTotal);
  }

  private static boolean isTotal(StatusCause cause) {
    return cause.getMessage().contains("estimated rule cost total");
  }

  private List<StatusCause> causes(RuledSchema schema) {
    Map<String, Object> crd =
        Map.of(
            "apiVersion",
            "apiextensions.k8s.io/v1",
            "kind",
            "CustomResourceDefinition",
            "metadata",
            Map.of("name", "things.cel.example.com"),
            "spec",
            Map.of(
                "group",
                "cel.example.com",
                "scope",
                "Namespaced",
                "names",
                new TreeMap<>(Map.of("kind", "Thing", "plural", "things")),
                "versions",
                List.of(
                    Map.of(
                        "name",
                        "v1",
                        "served",
                        true,
                        "storage",
                        true,
                        "schema",
                        Map.of("openAPIV3Schema", schema.tree())))));
    try {
      client.raw(CRDS, "POST", crd);
      return List.of();
    } catch (KubernetesClientException refused) {
      if (refused.getCode() != 422) {
        throw refused;
      }
      return refused.getStatus().getDetails().getCauses();
    }
  }
}
