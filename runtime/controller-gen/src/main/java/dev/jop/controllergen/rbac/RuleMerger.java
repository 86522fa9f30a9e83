package dev.jop.controllergen.rbac;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes the shortest rules that allow the same.
 *
 * <p>Rules that differ in one part only become one, in the steps of controller-gen, so that a role
 * looks as there: first the verbs of each resource, then resources with the same verbs, then
 * groups, then URLs.
 */
final class RuleMerger {

  private RuleMerger() {}

  static List<Rule> merge(Collection<Rule> rules) {
    List<Rule> merged = new ArrayList<>();
    rules.forEach(rule -> merged.addAll(byResource(rule)));
    merged.sort(Comparator.comparing(Rule::sortKey));
    List<Rule> result =
        mergeEqual(merged, r -> List.of(r.groups(), r.resources(), r.resourceNames(), r.urls()));
    result = mergeEqual(result, r -> List.of(r.groups(), r.resourceNames(), r.urls(), r.verbs()));
    result =
        mergeEqual(result, r -> List.of(r.resources(), r.resourceNames(), r.urls(), r.verbs()));
    result =
        mergeEqual(result, r -> List.of(r.groups(), r.resources(), r.resourceNames(), r.verbs()));
    return result.stream()
        .map(Rule::withAnyAlone)
        .sorted(Comparator.comparing(Rule::sortKey))
        .toList();
  }

  private static List<Rule> byResource(Rule rule) {
    if (rule.resources().isEmpty()) {
      return List.of(rule);
    }
    return rule.resources().stream()
        .map(
            resource ->
                Rule.of(
                    rule.groups(),
                    Set.of(resource),
                    rule.resourceNames(),
                    rule.urls(),
                    rule.verbs()))
        .toList();
  }

  private static List<Rule> mergeEqual(List<Rule> rules, Function<Rule, Object> key) {
    Map<Object, Rule> merged = new LinkedHashMap<>();
    rules.forEach(rule -> merged.merge(key.apply(rule), rule, Rule::and));
    return List.copyOf(merged.values());
  }
}
