package dev.jop.controllergen.webhook;

import dev.jop.controllergen.cel.MatchExpression;
import dev.jop.controllergen.source.AnnotationUse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the expressions that must be true for a webhook to be asked. */
final class MatchConditions {
  private static final int MOST = 64;

  private MatchConditions() {}

  static List<Map<String, Object>> read(List<AnnotationUse> uses, List<String> faults) {
    List<Map<String, Object>> conditions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (AnnotationUse use : uses) {
      String name = use.text("name");
      String expression = use.text("expression");
      if (!LabelSyntax.isKey(name)) {
        faults.add("the match condition \"" + name + "\" needs a name such as not-by-nodes");
      } else if (!names.add(name)) {
        faults.add("there are two match conditions with the name " + name);
      }
      if (expression.isBlank()) {
        faults.add("the match condition " + name + " has no expression");
      } else {
        MatchExpression.faults(expression).stream()
            .map(fault -> "the match condition " + name + ": " + fault.in(expression))
            .forEach(faults::add);
      }
      conditions.add(Map.of("name", name, "expression", expression));
    }
    if (uses.size() > MOST) {
      faults.add("there are more than " + MOST + " match conditions");
    }
    return conditions;
  }
}
