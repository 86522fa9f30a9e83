package dev.jop.runtime.client;

import dev.jop.runtime.internal.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A label selector, in the syntax of {@code kubectl get -l}: {@code a=b}, {@code a!=b}, {@code a in
 * (b,c)}, {@code a notin (b,c)}, {@code a}, {@code !a}, {@code a>1}, {@code a<1}, joined by commas.
 */
public final class Selector {

  private static final Pattern REQUIREMENT =
      Pattern.compile(
          "\\s*(?:"
              + "(?<not>!)\\s*(?<absent>[\\w./-]+)"
              + "|(?<setKey>[\\w./-]+)\\s+(?<set>in|notin)\\s*\\((?<values>[^()]*)\\)"
              + "|(?<key>[\\w./-]+)\\s*(?<operator>==|=|!=)\\s*(?<value>[\\w.-]*)"
              + "|(?<numberKey>[\\w./-]+)\\s*(?<comparison>[<>])\\s*(?<number>\\d+)"
              + "|(?<present>[\\w./-]+)"
              + ")\\s*(?<comma>,|$)");

  private static final String NAME = "[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?";
  private static final String DOMAIN =
      "(?=.{1,253}/)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*";
  private static final Pattern KEY = Pattern.compile("(?:" + DOMAIN + "/)?" + NAME);
  private static final Pattern VALUE = Pattern.compile("(?:" + NAME + ")?");

  private final List<Requirement> requirements;

  private Selector(List<Requirement> requirements) {
    this.requirements = List.copyOf(requirements);
  }

  /**
   * Reads a selector; the empty one matches everything.
   *
   * @throws IllegalArgumentException if it is none, naming the part that is wrong
   */
  public static Selector parse(String selector) {
    List<Requirement> requirements = new ArrayList<>();
    Matcher matcher = REQUIREMENT.matcher(selector);
    boolean more = !selector.isBlank();
    int at = 0;
    while (more) {
      if (!matcher.region(at, selector.length()).lookingAt()) {
        throw new IllegalArgumentException(
            "not a label selector: \""
                + Printable.of(selector)
                + "\", at \""
                + Printable.of(selector.substring(at))
                + "\"");
      }
      requirements.add(Requirement.of(matcher));
      more = matcher.group("comma").equals(",");
      at = matcher.end();
    }
    return new Selector(requirements);
  }

  /** Whether an object of these labels is selected. */
  public boolean matches(Map<String, String> labels) {
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  private enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    DOES_NOT_EXIST,
    GREATER_THAN,
    LESS_THAN
  }

  private record Requirement(String key, Operator operator, Set<String> values) {

    Requirement {
      refuseUnless(KEY.matcher(key).matches(), key, "the key of a label");
      for (String value : values) {
        refuseUnless(VALUE.matcher(value).matches(), value, "the value of a label");
      }
      if (operator == Operator.GREATER_THAN || operator == Operator.LESS_THAN) {
        String limit = values.iterator().next();
        refuseUnless(number(limit) != null, limit, "a number of 64 bits");
      }
    }

    private static void refuseUnless(boolean right, String part, String what) {
      if (!right) {
        throw new IllegalArgumentException(
            "not a label selector: \"" + Printable.of(part) + "\" cannot be " + what);
      }
    }

    static Requirement of(Matcher matcher) {
      if (matcher.group("not") != null) {
        return new Requirement(matcher.group("absent"), Operator.DOES_NOT_EXIST, Set.of());
      }
      if (matcher.group("present") != null) {
        return new Requirement(matcher.group("present"), Operator.EXISTS, Set.of());
      }
      if (matcher.group("comparison") != null) {
        return new Requirement(
            matcher.group("numberKey"),
            matcher.group("comparison").equals(">") ? Operator.GREATER_THAN : Operator.LESS_THAN,
            Set.of(matcher.group("number")));
      }
      if (matcher.group("set") != null) {
        return new Requirement(
            matcher.group("setKey"),
            matcher.group("set").equals("in") ? Operator.IN : Operator.NOT_IN,
            Set.copyOf(List.of(matcher.group("values").strip().split("\\s*,\\s*", -1))));
      }
      return new Requirement(
          matcher.group("key"),
          matcher.group("operator").equals("!=") ? Operator.NOT_IN : Operator.IN,
          Set.of(matcher.group("value")));
    }

    /** As the API server has it: {@code !=} and {@code notin} match objects without the label. */
    boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
        case GREATER_THAN -> compare(value) > 0;
        case LESS_THAN -> compare(value) < 0;
      };
    }

    /** How a label's value compares to the limit; 0 also if it is none that compares. */
    private int compare(@Nullable String value) {
      Long limit = number(values.iterator().next());
      Long number = value == null ? null : number(value);
      return number == null || limit == null ? 0 : number.compareTo(limit);
    }

    private static @Nullable Long number(String value) {
      try {
        return Long.valueOf(value);
      } catch (NumberFormatException e) {
        return null;
      }
    }
  }
}
