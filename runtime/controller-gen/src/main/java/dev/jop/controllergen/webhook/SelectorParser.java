package dev.jop.controllergen.webhook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a selector in the words of {@code kubectl get --selector} and makes the API's structure of
 * it.
 *
 * <p>{@code a=b} and {@code a==b} become {@code matchLabels}; {@code a!=b}, {@code a in (b, c)},
 * {@code a notin (b)}, {@code a} and {@code !a} become {@code matchExpressions}.
 */
final class SelectorParser {
  /** A comma outside of parentheses. */
  private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

  private static final Pattern EQUAL = Pattern.compile("(\\S+?)\\s*(==|=|!=)\\s*(\\S*)");
  private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s*\\(([^()]*)\\)");
  private static final Pattern EXISTS = Pattern.compile("(!?)\\s*([^\\s!=<>()]+)");

  private final Map<String, Object> labels = new TreeMap<>();
  private final List<Map<String, Object>> expressions = new ArrayList<>();
  private @Nullable String fault;

  SelectorParser(String text) {
    for (String requirement : COMMA.split(text, -1)) {
      read(requirement.strip());
    }
  }

  /** What is wrong with the text, if anything is. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  Map<String, Object> toTree() {
    Map<String, Object> tree = new TreeMap<>();
    if (!labels.isEmpty()) {
      tree.put("matchLabels", labels);
    }
    if (!expressions.isEmpty()) {
      tree.put("matchExpressions", expressions);
    }
    return tree;
  }

  private void read(String requirement) {
    Matcher set = SET.matcher(requirement);
    Matcher equal = EQUAL.matcher(requirement);
    Matcher exists = EXISTS.matcher(requirement);
    if (set.matches()) {
      String operator = set.group(2).equals("in") ? "In" : "NotIn";
      List<String> values = Arrays.stream(set.group(3).split(",", -1)).map(String::strip).toList();
      expression(set.group(1), operator, values);
    } else if (equal.matches() && equal.group(2).equals("!=")) {
      expression(equal.group(1), "NotIn", List.of(equal.group(3)));
    } else if (equal.matches()) {
      check(equal.group(1), List.of(equal.group(3)));
      if (labels.put(equal.group(1), equal.group(3)) != null) {
        fault = equal.group(1) + " has two values";
      }
    } else if (exists.matches()) {
      String operator = exists.group(1).isEmpty() ? "Exists" : "DoesNotExist";
      expression(exists.group(2), operator, List.of());
    } else {
      fault = "\"" + requirement + "\" is not a requirement such as a=b, a in (b, c) or !a";
    }
  }

  private void expression(String key, String operator, List<String> values) {
    check(key, values);
    Map<String, Object> tree = new TreeMap<>(Map.of("key", key, "operator", operator));
    if (!values.isEmpty()) {
      tree.put("values", values);
    }
    expressions.add(tree);
  }

  private void check(String key, List<String> values) {
    if (!LabelSyntax.isKey(key)) {
      fault = "\"" + key + "\" is not the key of a label";
    }
    for (String value : values) {
      if (!LabelSyntax.isValue(value)) {
        fault = "\"" + value + "\" is not the value of a label";
      }
    }
  }
}
