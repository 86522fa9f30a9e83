package dev.jop.controllergen.type;

import dev.jop.controllergen.cel.syntax.CelName;
import dev.jop.controllergen.schema.Rule;
import dev.jop.controllergen.schema.Schema;
import dev.jop.controllergen.schema.SchemaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The schema of a value that is one of several kinds of object.
 *
 * <p>The API server wants to see all properties of all variants at one place, since it prunes by
 * them; which of them go together is said by {@code oneOf} beside.
 */
final class Union {
  private static final Set<String> WORDS =
      Set.of("description", "title", "externalDocs", "example");

  private Union() {}

  /**
   * Returns the union of variants in an object with the name of the variant as its one property.
   */
  static Schema wrapped(Map<String, Schema> variants) {
    List<Object> choices = new ArrayList<>();
    variants.keySet().forEach(name -> choices.add(Map.of("required", List.of(name))));
    return Schema.object(variants, new TreeSet<>()).with("oneOf", choices);
  }

  /**
   * Returns the union of variants that a property tells apart.
   *
   * @param teller the name of that property
   * @param usual the variant that an object without the property is, if there is one
   */
  static Schema told(String teller, Optional<String> usual, Map<String, Schema> variants) {
    Map<String, Schema> own = new LinkedHashMap<>();
    variants.forEach((name, schema) -> own.put(name, without(teller, schema)));
    Map<String, Schema> properties = properties(own);
    List<Object> choices = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    own.forEach(
        (name, schema) -> {
          choices.add(choice(teller, name, schema, properties.keySet()));
          schema.rules().forEach(rule -> rules.add(conditional(rule, teller, name)));
        });
    SortedSet<String> required = common(own);
    Schema names = Schema.of(SchemaType.STRING).with("enum", List.copyOf(own.keySet()));
    if (usual.isPresent()) {
      names = names.with("default", usual.get());
    } else {
      required.add(teller);
    }
    properties.put(teller, names);
    Schema union = Schema.object(properties, required).withRules(rules);
    if (own.values().stream().anyMatch(Schema::preservesUnknown)) {
      union = union.with(Schema.PRESERVE_UNKNOWN, true);
    }
    return own.size() > 1 ? union.with("oneOf", choices) : union;
  }

  private static Schema without(String teller, Schema variant) {
    Map<String, Schema> properties = new TreeMap<>(variant.properties());
    properties.remove(teller);
    TreeSet<String> required = new TreeSet<>(variant.required());
    required.remove(teller);
    for (String keyword : variant.keywords().keySet()) {
      if (!WORDS.contains(keyword) && !keyword.equals(Schema.PRESERVE_UNKNOWN)) {
        throw new IllegalArgumentException(
            keyword + " of one variant would hold for all of them; say it in a rule");
      }
    }
    return variant.withProperties(properties, required);
  }

  private static Map<String, Schema> properties(Map<String, Schema> variants) {
    Map<String, Schema> all = new TreeMap<>();
    variants.forEach(
        (variant, schema) ->
            schema
                .properties()
                .forEach(
                    (name, property) -> {
                      Schema before = all.putIfAbsent(name, property);
                      if (before != null && !same(before, property)) {
                        throw new IllegalArgumentException(
                            "the property " + name + " is not the same in all variants");
                      }
                      boolean shared =
                          variants.values().stream()
                              .allMatch(other -> other.properties().containsKey(name));
                      if (!shared && property.keyword("default").isPresent()) {
                        throw new IllegalArgumentException(
                            "the API server would put the default of "
                                + name
                                + " into all variants, not only into "
                                + variant);
                      }
                    }));
    return all;
  }

  private static boolean same(Schema one, Schema other) {
    return one.with("description", "").toTree().equals(other.with("description", "").toTree());
  }

  private static SortedSet<String> common(Map<String, Schema> variants) {
    SortedSet<String> common = new TreeSet<>(variants.values().iterator().next().required());
    variants.values().forEach(schema -> common.retainAll(schema.required()));
    return common;
  }

  private static Map<String, Object> choice(
      String teller, String name, Schema variant, Set<String> all) {
    Map<String, Object> choice = new TreeMap<>();
    choice.put("properties", Map.of(teller, Map.of("enum", List.of(name))));
    if (!variant.required().isEmpty()) {
      choice.put("required", List.copyOf(variant.required()));
    }
    List<Object> foreign =
        all.stream()
            .filter(property -> !variant.properties().containsKey(property))
            .<Object>map(property -> Map.of("required", List.of(property)))
            .toList();
    if (!foreign.isEmpty()) {
      choice.put("not", Map.of("anyOf", foreign));
    }
    return choice;
  }

  /** A rule of a variant says nothing about the others, nor about what was another before. */
  private static Rule conditional(Rule rule, String teller, String name) {
    String spoken =
        CelName.escaped(teller)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "CEL has no name for the property "
                            + teller
                            + ", so a variant can have no rules; call it otherwise"));
    String other = "." + spoken + " != '" + name + "'";
    String before = rule.rule().contains("oldSelf") ? " || oldSelf" + other : "";
    return new Rule(
        "self" + other + before + " || (" + rule.rule() + ")",
        rule.message().isEmpty() ? "failed rule: " + rule.rule() : rule.message(),
        rule.messageExpression(),
        rule.reason(),
        rule.fieldPath(),
        rule.optionalOldSelf(),
        rule.origin());
  }
}
