package dev.jop.controllergen.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a CRD says about one value.
 *
 * <p>What stands inside a value has fields of its own here, since everything walks along it, and so
 * have the rules. All else that limits or describes the value is in {@code keywords}, by the names
 * of OpenAPI, so that one more annotation needs no change here.
 *
 * @param type the kind of value
 * @param keywords what else is said about it: descriptions, limits, defaults
 * @param rules what it must fulfil, in CEL
 * @param properties the named values inside an object
 * @param required which of these must be there
 * @param items the schema of a list's items, null for all but lists
 * @param additional the schema of a map's values, null for all but maps
 * @param notes what in the source stands on the value but is about the whole object that it is in,
 *     such as that it holds the number of replicas
 */
public record Schema(
    SchemaType type,
    SortedMap<String, Object> keywords,
    List<Rule> rules,
    SortedMap<String, Schema> properties,
    SortedSet<String> required,
    @Nullable Schema items,
    @Nullable Schema additional,
    List<Object> notes) {

  /** The keyword for an object of which the API server keeps also what its schema does not know. */
  public static final String PRESERVE_UNKNOWN = "x-kubernetes-preserve-unknown-fields";

  public Schema {
    keywords = new TreeMap<>(keywords);
    rules = List.copyOf(rules);
    properties = new TreeMap<>(properties);
    required = new TreeSet<>(required);
    notes = List.copyOf(notes);
  }

  /** Returns a schema that says nothing but the type. */
  public static Schema of(SchemaType type) {
    return new Schema(
        type, new TreeMap<>(), List.of(), new TreeMap<>(), new TreeSet<>(), null, null, List.of());
  }

  /** Returns the schema of an object with named values. */
  public static Schema object(Map<String, Schema> properties, SortedSet<String> required) {
    return of(SchemaType.OBJECT).withProperties(properties, required);
  }

  /** Returns the schema of a list. */
  public static Schema listOf(Schema items) {
    return of(SchemaType.ARRAY).withContents(items, null);
  }

  /** Returns the schema of an object with values of one kind under any name. */
  public static Schema mapOf(Schema values) {
    return of(SchemaType.OBJECT).withContents(null, values);
  }

  /** Returns this schema with one thing said beside, or otherwise than before. */
  public Schema with(String keyword, Object value) {
    SortedMap<String, Object> more = new TreeMap<>(keywords);
    more.put(keyword, value);
    return withKeywords(more);
  }

  /** Returns this schema with other things said about it. */
  public Schema withKeywords(SortedMap<String, Object> others) {
    return new Schema(type, others, rules, properties, required, items, additional, notes);
  }

  /** Returns this schema with other rules. */
  public Schema withRules(List<Rule> others) {
    return new Schema(type, keywords, others, properties, required, items, additional, notes);
  }

  /** Returns this schema with a rule after those that it has. */
  public Schema withRule(Rule rule) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(rule);
    return withRules(more);
  }

  /** Returns this schema with a note after those that it has. */
  public Schema withNote(Object note) {
    List<Object> more = new ArrayList<>(notes);
    more.add(note);
    return new Schema(type, keywords, rules, properties, required, items, additional, more);
  }

  /** Returns this schema with other named values. */
  public Schema withProperties(Map<String, Schema> others, SortedSet<String> needed) {
    return new Schema(
        type, keywords, rules, new TreeMap<>(others), needed, items, additional, notes);
  }

  private Schema withContents(@Nullable Schema ofList, @Nullable Schema ofMap) {
    return new Schema(type, keywords, rules, properties, required, ofList, ofMap, notes);
  }

  /** Returns this schema with another schema for all that is directly in it. */
  public Schema mapChildren(UnaryOperator<Schema> change) {
    SortedMap<String, Schema> changed = new TreeMap<>();
    properties.forEach((name, schema) -> changed.put(name, change.apply(schema)));
    return withProperties(changed, required)
        .withContents(
            items == null ? null : change.apply(items),
            additional == null ? null : change.apply(additional));
  }

  /** Returns this schema with a description, or as it is when there is nothing to say. */
  public Schema describedAs(String description) {
    return description.isEmpty() ? this : with("description", description);
  }

  /** Returns what a keyword says, if it is there. */
  public Optional<Object> keyword(String name) {
    return Optional.ofNullable(keywords.get(name));
  }

  /** Returns whether a keyword says {@code true}. */
  public boolean says(String name) {
    return Boolean.TRUE.equals(keywords.get(name));
  }

  /** Returns whether the API server keeps what the schema does not know. */
  public boolean preservesUnknown() {
    return type == SchemaType.ANY || says(PRESERVE_UNKNOWN);
  }

  /** Returns the values that are accepted; empty if all are. */
  public List<?> accepted() {
    return keywords.get("enum") instanceof List<?> values ? values : List.of();
  }

  /** Returns the further limits of the same value, which a keyword can hold only once each. */
  public List<Schema> narrowed() {
    if (!(keywords.get("allOf") instanceof List<?> all)) {
      return List.of();
    }
    List<Schema> schemas = new ArrayList<>();
    for (Object limits : all) {
      Schema narrow = of(type);
      for (Map.Entry<?, ?> limit : ((Map<?, ?>) limits).entrySet()) {
        narrow = narrow.with(String.valueOf(limit.getKey()), limit.getValue());
      }
      schemas.add(narrow);
    }
    return schemas;
  }

  /** Returns the tree of maps, lists and scalars that a manifest holds. */
  public Map<String, Object> toTree() {
    Map<String, Object> tree = new TreeMap<>(keywords);
    switch (type) {
      case INT_OR_STRING -> {
        tree.put("anyOf", List.of(Map.of("type", "integer"), Map.of("type", "string")));
        tree.put("x-kubernetes-int-or-string", true);
      }
      case ANY -> tree.put(PRESERVE_UNKNOWN, true);
      default -> tree.put("type", type.toString());
    }
    if (!rules.isEmpty()) {
      tree.put("x-kubernetes-validations", rules.stream().map(Rule::toTree).toList());
    }
    if (!properties.isEmpty()) {
      Map<String, Object> trees = new TreeMap<>();
      properties.forEach((name, schema) -> trees.put(name, schema.toTree()));
      tree.put("properties", trees);
    }
    if (!required.isEmpty()) {
      tree.put("required", List.copyOf(required));
    }
    if (items != null) {
      tree.put("items", items.toTree());
    }
    if (additional != null) {
      tree.put("additionalProperties", additional.toTree());
    }
    return tree;
  }
}
