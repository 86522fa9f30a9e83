package dev.jop.controllergen.compatibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares which values are accepted, apart from those inside the value. */
final class LimitComparison {
  private static final String NARROWER = "leave it as wide as it was";
  private static final List<String> LEAST = List.of("minLength", "minItems", "minProperties");
  private static final List<String> MOST = List.of("maxLength", "maxItems", "maxProperties");

  /** Formats with more values than others. */
  private static final Map<String, String> WIDER = Map.of("int32", "int64", "float", "double");

  private static final List<String> COMBINED = List.of("allOf", "anyOf", "oneOf", "not");

  private final Node before;
  private final Node after;
  private final ChangeList.Place place;

  LimitComparison(Node before, Node after, ChangeList.Place place) {
    this.before = before;
    this.after = after;
    this.place = place;
  }

  void run() {
    LEAST.forEach(limit -> bound(limit, 1, ""));
    MOST.forEach(limit -> bound(limit, -1, ""));
    bound("minimum", 1, "exclusiveMinimum");
    bound("maximum", -1, "exclusiveMaximum");
    multiple();
    values();
    text("pattern", Map.of());
    text("format", WIDER);
    if (!before.flag("uniqueItems") && after.flag("uniqueItems")) {
      place.breaking("the items must differ now", NARROWER);
    }
    if (before.flag("nullable") && !after.flag("nullable") && !after.has("default")) {
      place.breaking("null is refused now", NARROWER);
    }
    for (String keyword : COMBINED) {
      if (after.has(keyword) && !Objects.equals(after.get(keyword), before.get(keyword))) {
        place.breaking(keyword + " is new or other than it was", NARROWER);
      }
    }
    rules();
  }

  /** A bound is narrower if it went up, for a least value, or down, for a most value. */
  private void bound(String limit, int direction, String exclusive) {
    Optional<BigDecimal> old = before.number(limit);
    Optional<BigDecimal> current = after.number(limit);
    if (current.isEmpty() || (old.isEmpty() && isTrivial(limit, current.get()))) {
      return;
    }
    int moved = old.isEmpty() ? 1 : direction * Integer.signum(current.get().compareTo(old.get()));
    boolean closed = moved == 0 && !before.flag(exclusive) && after.flag(exclusive);
    if (moved > 0 || closed) {
      String was = old.map(value -> "was " + value.toPlainString() + " and ").orElse("");
      String sign = closed ? ", which itself is refused" : "";
      place.breaking(limit + " " + was + "is " + current.get().toPlainString() + sign, NARROWER);
    }
  }

  /** Nothing is shorter than 0. */
  private static boolean isTrivial(String limit, BigDecimal value) {
    return LEAST.contains(limit) && value.signum() == 0;
  }

  private void multiple() {
    Optional<BigDecimal> old = before.number("multipleOf");
    Optional<BigDecimal> current = after.number("multipleOf");
    boolean wider =
        old.isPresent() && current.isPresent() && old.get().remainder(current.get()).signum() == 0;
    if (current.isPresent() && !wider) {
      place.breaking("must be a multiple of " + current.get().toPlainString() + " now", NARROWER);
    }
  }

  private void values() {
    if (!after.has("enum")) {
      return;
    }
    if (!before.has("enum")) {
      place.breaking("accepts only " + after.values("enum") + " now", NARROWER);
      return;
    }
    List<Object> gone = new ArrayList<>(before.values("enum"));
    gone.removeAll(after.values("enum"));
    if (!gone.isEmpty()) {
      place.breaking("no longer accepts " + gone, NARROWER);
    }
  }

  private void text(String keyword, Map<String, String> wider) {
    String old = before.text(keyword);
    String current = after.text(keyword);
    if (current.isEmpty() || current.equals(old) || current.equals(wider.get(old))) {
      return;
    }
    String was = old.isEmpty() ? "" : "was " + old + " and ";
    String doubt = old.isEmpty() ? "" : ", of which nobody can tell whether it is wider";
    place.breaking("the " + keyword + " " + was + "is " + current + doubt, NARROWER);
  }

  private void rules() {
    Set<String> old = expressions(before);
    for (String rule : expressions(after)) {
      if (!old.contains(rule)) {
        place.breaking("must keep the rule \"" + rule + "\" now", NARROWER);
      }
    }
  }

  private static Set<String> expressions(Node schema) {
    Set<String> rules = new TreeSet<>();
    schema.list("x-kubernetes-validations").forEach(rule -> rules.add(rule.text("rule")));
    return rules;
  }
}
