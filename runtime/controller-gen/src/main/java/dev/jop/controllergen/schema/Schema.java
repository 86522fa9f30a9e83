package dev.jop.controllergen.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a CRD says about one value.
 *
 * <p>What stands inside a value has fields of its own here, since everything walks along it. All
 * that limits or describes the value is in {@code keywords}, by the names of OpenAPI, so that one
 * more annotation needs no change here.
 *
 * @param type the kind of value
 * @param keywords what else is said about it: descriptions, limits, defaults
 * @param properties the named values inside an object
 * @param required which of these must be there
 * @param items the schema of a list's items, null for all but lists
 * @param additional the schema of a map's values, null for all but maps
 */
public record Schema(
    SchemaType type,
    SortedMap<String, Object> keywords,
    SortedMap<String, Schema> properties,
    SortedSet<String> required,
    @Nullable Schema items,
    @Nullable Schema additional) {

  public Schema {
    keywords = new TreeMap<>(keywords);
    properties = new TreeMap<>(properties);
    required = new TreeSet<>(required);
  }

  /** Returns a schema that says nothing but the type. */
  public static Schema of(SchemaType type) {
    return new Schema(type, new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), null, null);
  }

  /** Returns the schema of an object with named values. */
  public static Schema object(Map<String, Schema> properties, SortedSet<String> required) {
    return new Schema(
        SchemaType.OBJECT, new TreeMap<>(), new TreeMap<>(properties), required, null, null);
  }

  /** Returns the schema of a list. */
  public static Schema listOf(Schema items) {
    return new Schema(
        SchemaType.ARRAY, new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), items, null);
  }

  /** Returns the schema of an object with values of one kind under any name. */
  public static Schema mapOf(Schema values) {
    return new Schema(
        SchemaType.OBJECT, new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), null, values);
  }

  /** Returns this schema with one thing said beside, or otherwise than before. */
  public Schema with(String keyword, Object value) {
    SortedMap<String, Object> more = new TreeMap<>(keywords);
    more.put(keyword, value);
    return new Schema(type, more, properties, required, items, additional);
  }

  /** Returns this schema with a description, or as it is when there is nothing to say. */
  public Schema describedAs(String description) {
    return description.isEmpty() ? this : with("description", description);
  }

  /** Returns what a keyword says, if it is there. */
  public Optional<Object> keyword(String name) {
    return Optional.ofNullable(keywords.get(name));
  }

  /** Returns the values that are accepted; empty if all are. */
  public List<?> accepted() {
    return keywords.get("enum") instanceof List<?> values ? values : List.of();
  }

  /** Returns the tree of maps, lists and scalars that a manifest holds. */
  public Map<String, Object> toTree() {
    Map<String, Object> tree = new TreeMap<>(keywords);
    if (type == SchemaType.INT_OR_STRING) {
      tree.put("anyOf", List.of(Map.of("type", "integer"), Map.of("type", "string")));
      tree.put("x-kubernetes-int-or-string", true);
    } else {
      tree.put("type", type.toString());
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
