package dev.jop.plugins.project;

import dev.jop.plugins.ScaffoldException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A YAML mapping that gives its fields one by one and keeps those that nobody asked for. */
final class Fields {
  private final String where;
  private final Map<String, Object> rest = new LinkedHashMap<>();

  Fields(String where, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new ScaffoldException("PROJECT: " + where + " must be a mapping");
    }
    this.where = where;
    map.forEach((key, item) -> rest.put(String.valueOf(key), item));
  }

  String text(String name) {
    Object value = rest.remove(name);
    if (value instanceof Map || value instanceof List) {
      throw wrong(name, "a text");
    }
    return value == null ? "" : String.valueOf(value);
  }

  String requiredText(String name) {
    String value = text(name);
    if (value.isEmpty()) {
      throw new ScaffoldException("PROJECT: " + where + " has no " + name);
    }
    return value;
  }

  boolean flag(String name) {
    Object value = rest.remove(name);
    if (value != null && !(value instanceof Boolean)) {
      throw wrong(name, "true or false");
    }
    return Boolean.TRUE.equals(value);
  }

  List<Object> list(String name) {
    Object value = rest.remove(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list) || list.stream().anyMatch(Objects::isNull)) {
      throw wrong(name, "a list without gaps");
    }
    return List.copyOf(list);
  }

  /** The mapping of that name, or an empty one. */
  Fields mapping(String name) {
    Object value = rest.remove(name);
    return new Fields(name + " of " + where, value == null ? Map.of() : value);
  }

  boolean has(String name) {
    return rest.get(name) != null;
  }

  Map<String, Object> rest() {
    return rest;
  }

  private ScaffoldException wrong(String name, String expected) {
    return new ScaffoldException("PROJECT: " + name + " of " + where + " must be " + expected);
  }
}
