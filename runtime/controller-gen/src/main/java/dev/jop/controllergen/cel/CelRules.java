package dev.jop.controllergen.cel;

import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    if (schema.keywords().get("x-kubernetes-validations") instanceof List<?> rules) {
      for (int i = 0; i < rules.size(); i++) {
        check(CelRule.of((Map<?, ?>) rules.get(i)), i, schema, place);
      }
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
    return Boolean.TRUE.equals(schema.keywords().get("x-kubernetes-embedded-resource"));
  }

  private void check(CelRule rule, int index, Schema schema, Place place) {
    int before = problems.size();
    RuleForm.check(
        rule,
        schema,
        (part, fault) -> problems.add(new CelProblem(place.path, index, part, false, fault)));
    if (problems.size() == before) {
      SchemaTypes.of(schema, place.root)
          .ifPresentOrElse(
              self -> expressions(rule, index, self, place),
              () ->
                  problems.add(
                      new CelProblem(
                          place.path,
                          index,
                          "rule",
                          false,
                          "the schema says too little of this value for rules to see it")));
    }
  }

  private void expressions(CelRule rule, int index, DeclType self, Place place) {
    boolean optional = rule.optionalOldSelf().orElse(false);
    Expression expression = Expression.check(rule.rule(), self, optional, CelType.BOOL);
    note(expression.faults(), rule.rule(), index, "rule", place);
    if (!expression.faults().isEmpty()) {
      return;
    }
    long times = place.times.orElse(SchemaTypes.MAX_REQUEST / (self.minSize() + 1));
    spend(Estimate.product(expression.cost(), times), index, "rule", place);
    if (expression.usesOldSelf() && place.unmatched.isPresent()) {
      String list = place.unmatched.get();
      String message =
          "oldSelf cannot be used here, since the API server cannot match old and new values in "
              + (list.isEmpty() ? "this object" : list);
      problems.add(new CelProblem(place.path, index, "rule", false, message));
    }
    if (!expression.usesOldSelf() && rule.optionalOldSelf().isPresent()) {
      String message = "the rule does not use oldSelf";
      problems.add(new CelProblem(place.path, index, "optionalOldSelf", false, message));
    }
    rule.messageExpression()
        .filter(text -> !text.isEmpty())
        .ifPresent(
            text -> {
              Expression message = Expression.check(text, self, optional, CelType.STRING);
              note(message.faults(), text, index, "messageExpression", place);
              spend(message.cost(), index, "messageExpression", place);
            });
  }

  private void note(List<CelFault> faults, String text, int index, String part, Place place) {
    for (CelFault fault : faults) {
      problems.add(new CelProblem(place.path, index, part, false, fault.in(text)));
    }
  }

  private void spend(long cost, int index, String part, Place place) {
    total = Estimate.sum(total, cost);
    if (cost > RULE_BUDGET) {
      String message = "the " + part + " may cost " + excess(cost, RULE_BUDGET);
      problems.add(new CelProblem(place.path, index, part, true, message));
    }
  }

  private static String excess(long cost, long budget) {
    double factor = (double) cost / budget;
    String times =
        factor > 100
            ? "more than 100"
            : String.format(Locale.ROOT, factor < 1.5 ? "%f" : "%.1f", factor);
    return times
        + " times what the API server accepts; limit lists, maps and strings with maxItems,"
        + " maxProperties and maxLength, or simplify the rule";
  }
}
