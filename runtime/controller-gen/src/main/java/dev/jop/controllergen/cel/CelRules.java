package dev.jop.controllergen.cel;

import dev.jop.controllergen.cel.check.DeclType;
import dev.jop.controllergen.cel.cost.Estimate;
import dev.jop.controllergen.cel.syntax.CelFault;
import dev.jop.controllergen.cel.syntax.CelType;
import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks all rules of a schema as the API server does when the CRD is created.
 *
 * <p>What a rule may cost depends on how often it is run: for each element of the lists and maps
 * that it stands in. Where one of them has no limit, the API server counts how many of the smallest
 * values would fit into the largest request.
 */
public final class CelRules {
  /** The most that a rule may cost for all values that it is run on. */
  static final long RULE_BUDGET = 10_000_000;

  /** The most that all rules of a version may cost. */
  static final long CRD_BUDGET = 100_000_000;

  private final List<CelProblem> problems = new ArrayList<>();
  private long total;

  /**
   * A place in the schema.
   *
   * @param path the way to it from the root
   * @param root whether it is the schema of a whole resource
   * @param times how often there can be a value here; empty if nothing limits it
   * @param unmatched where an old value can no longer be told from others; empty if it can
   */
  private record Place(String path, boolean root, OptionalLong times, Optional<String> unmatched) {}

  private CelRules() {}

  /** Checks the rules of one version of a kind, from the schema of the whole resource down. */
  public static CelReport check(Schema root) {
    CelRules rules = new CelRules();
    rules.visit(root, new Place("", true, OptionalLong.of(1), Optional.empty()));
    return new CelReport(
        rules.problems,
        rules.total <= CRD_BUDGET
            ? Optional.empty()
            : Optional.of("all rules together may cost " + excess(rules.total, CRD_BUDGET)));
  }

  private void visit(Schema schema, Place place) {
    OptionalLong times = times(schema, place.times);
    schema
        .properties()
        .forEach(
            (name, property) -> {
              String path = place.path.isEmpty() ? name : place.path + "." + name;
              visit(property, new Place(path, isEmbedded(property), times, place.unmatched));
            });
    Schema values = schema.additional();
    if (values != null) {
      String path = place.path + "[*]";
      visit(values, new Place(path, isEmbedded(values), times, place.unmatched));
    }
    Schema items = schema.items();
    if (items != null) {
      boolean map = "map".equals(schema.keywords().get("x-kubernetes-list-type"));
      Optional<String> list = map ? place.unmatched : Optional.of(place.path);
      visit(items, new Place(place.path + "[*]", isEmbedded(items), times, list));
    }
    if (!schema.rules().isEmpty()) {
      Optional<DeclType> self = SchemaTypes.of(schema, place.root);
      schema.rules().forEach(rule -> check(rule, schema, self, place));
    }
  }

  /** Returns how often there can be a value inside a value. */
  private static OptionalLong times(Schema schema, OptionalLong outer) {
    if (schema.type() == SchemaType.ARRAY || schema.additional() != null) {
      String keyword = schema.type() == SchemaType.ARRAY ? "maxItems" : "maxProperties";
      if (outer.isEmpty() || !(schema.keywords().get(keyword) instanceof Number limit)) {
        return OptionalLong.empty();
      }
      return OptionalLong.of(Estimate.product(outer.getAsLong(), Math.max(0, limit.longValue())));
    }
    return outer;
  }

  private static boolean isEmbedded(Schema schema) {
    return schema.says("x-kubernetes-embedded-resource");
  }

  private void check(Rule rule, Schema schema, Optional<DeclType> self, Place place) {
    int before = problems.size();
    RuleForm.check(rule, schema, (part, fault) -> error(rule, place, part, fault));
    if (problems.size() > before) {
      return;
    }
    if (self.isPresent()) {
      expressions(rule, self.get(), place);
    } else {
      error(rule, place, "rule", "the schema says too little of this value for rules to see it");
    }
  }

  private void expressions(Rule rule, DeclType self, Place place) {
    boolean optional = rule.optionalOldSelf();
    Expression expression = Expression.check(rule.rule(), self, optional, CelType.BOOL);
    if (!expression.faults().isEmpty()) {
      errors(rule, place, "rule", rule.rule(), expression.faults());
      return;
    }
    long times = place.times.orElse(SchemaTypes.MAX_REQUEST / (self.minSize() + 1));
    spend(rule, place, "rule", Estimate.product(expression.cost(), times));
    if (expression.usesOldSelf() && place.unmatched.isPresent()) {
      String list = place.unmatched.get();
      error(
          rule,
          place,
          "rule",
          "the API server cannot match old and new elements of %s, so there is no oldSelf here"
              .formatted(list));
    }
    if (!expression.usesOldSelf() && optional) {
      error(rule, place, "optionalOldSelf", "the rule does not use oldSelf");
    }
    if (!rule.messageExpression().isEmpty()) {
      String text = rule.messageExpression();
      Expression message = Expression.check(text, self, optional, CelType.STRING);
      errors(rule, place, "messageExpression", text, message.faults());
      spend(rule, place, "messageExpression", message.cost());
    }
  }

  private void errors(Rule rule, Place place, String part, String text, List<CelFault> faults) {
    faults.forEach(fault -> error(rule, place, part, fault.in(text)));
  }

  private void error(Rule rule, Place place, String part, String message) {
    problems.add(new CelProblem(rule, place.path, part, false, message));
  }

  private void spend(Rule rule, Place place, String part, long cost) {
    total = Estimate.sum(total, cost);
    if (cost > RULE_BUDGET) {
      String message = "the " + part + " may cost " + excess(cost, RULE_BUDGET);
      problems.add(new CelProblem(rule, place.path, part, true, message));
    }
  }

  private static String excess(long cost, long budget) {
    double factor = (double) cost / budget;
    String times =
        factor > 100
            ? "more than 100"
            : String.format(Locale.ROOT, factor < 1.5 ? "%f" : "%.1f", factor);
    return times
        + " times what the API server accepts; limit lists, maps and strings with"
        + " @MaxItems, @MaxProperties and @MaxLength, or simplify the rule";
  }
}
