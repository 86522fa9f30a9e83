package dev.jop.controllergen.compatibility;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares the schemas of one value, then those of the values inside it. */
final class SchemaComparison {
  private static final String PRESERVE = "x-kubernetes-preserve-unknown-fields";
  private static final String LIST_TYPE = "x-kubernetes-list-type";
  private static final String LIST_KEYS = "x-kubernetes-list-map-keys";

  private final Node before;
  private final Node after;
  private final ChangeList.Place place;

  private SchemaComparison(Node before, Node after, ChangeList.Place place) {
    this.before = before;
    this.after = after;
    this.place = place;
  }

  static void run(Node before, Node after, ChangeList.Place place) {
    new SchemaComparison(before, after, place).run();
  }

  private void run() {
    if (!type(before).equals(type(after))) {
      place.breaking(
          "the type was " + type(before) + " and is " + type(after),
          "add a field with another name, or a version with a conversion");
      return;
    }
    new LimitComparison(before, after, place).run();
    unknownFields();
    topology();
    defaults();
    properties();
    if (before.has("items") && after.has("items")) {
      run(before.at("items"), after.at("items"), place.items());
    }
    values();
  }

  private static String type(Node schema) {
    if (schema.flag("x-kubernetes-int-or-string")) {
      return "integer or string";
    }
    return schema.has("type") ? schema.text("type") : "any";
  }

  private void unknownFields() {
    if (before.flag(PRESERVE) && !after.flag(PRESERVE)) {
      place.breaking(
          "unknown fields are no longer kept, and lost at the next write", "go on to keep them");
    }
    if (!before.flag("x-kubernetes-embedded-resource")
        && after.flag("x-kubernetes-embedded-resource")) {
      place.breaking("must be an object with apiVersion and kind now", "leave that open");
    }
  }

  private void topology() {
    String old = listType(before);
    String current = listType(after);
    if (!old.equals(current)) {
      place.breaking(
          "the list was of type " + old + " and is of type " + current,
          "who owns its items changes, and doubles may be refused; make a new field");
    } else if (!before.values(LIST_KEYS).equals(after.values(LIST_KEYS))) {
      place.breaking(
          "the keys of the list were "
              + before.values(LIST_KEYS)
              + " and are "
              + after.values(LIST_KEYS),
          "keep them; make a new field");
    }
    if (!mapType(before).equals(mapType(after))) {
      place.warning(
          "the map was " + mapType(before) + " and is " + mapType(after),
          "server-side apply sees other owners; check who applies it");
    }
  }

  private static String listType(Node schema) {
    return schema.has(LIST_TYPE) ? schema.text(LIST_TYPE) : "atomic";
  }

  private static String mapType(Node schema) {
    return schema.has("x-kubernetes-map-type") ? schema.text("x-kubernetes-map-type") : "granular";
  }

  private void defaults() {
    boolean had = before.has("default");
    boolean has = after.has("default");
    if (had != has || !Objects.equals(before.get("default"), after.get("default"))) {
      String what =
          had && has
              ? "the default was " + before.get("default") + " and is " + after.get("default")
              : had
                  ? "the default " + before.get("default") + " was removed"
                  : "there is a default " + after.get("default") + " now";
      place.warning(what, "objects without the field are read otherwise than before");
    }
  }

  private void properties() {
    Map<String, Object> old = before.at("properties").entries();
    Map<String, Object> current = after.at("properties").entries();
    for (String name : new TreeSet<>(old.keySet())) {
      if (current.containsKey(name)) {
        run(property(before, name), property(after, name), place.field(name));
      } else if (after.flag(PRESERVE)) {
        place.field(name).warning("the field is no longer checked", "keep it declared");
      } else {
        place
            .field(name)
            .breaking(
                "the field was removed"
                    + renamed(name)
                    + "; stored values are lost at the next write",
                "keep it, and say in its description that it is deprecated");
      }
    }
    required();
  }

  /** Who leaves a field out that has a default is not refused. */
  private void required() {
    Set<String> old = before.texts("required");
    for (String name : after.texts("required")) {
      boolean couldBeMissing = !old.contains(name) || property(before, name).has("default");
      if (couldBeMissing && !property(after, name).has("default")) {
        place
            .field(name)
            .breaking(
                "the field is required now, and has no default; objects without it are refused",
                "give it a default, or make it optional");
      }
    }
  }

  private static Node property(Node schema, String name) {
    return schema.at("properties").at(name);
  }

  /** A field that is new and has the same schema is probably the old one. */
  private String renamed(String name) {
    List<String> same =
        after.at("properties").entries().keySet().stream()
            .filter(other -> !before.at("properties").has(other))
            .filter(other -> property(after, other).equals(property(before, name)))
            .toList();
    return same.size() == 1 ? " (or renamed to " + same.get(0) + ")" : "";
  }

  /** The values of a map. */
  private void values() {
    Optional<Object> old = Optional.ofNullable(before.get("additionalProperties"));
    Optional<Object> current = Optional.ofNullable(after.get("additionalProperties"));
    if (old.isPresent() && current.isEmpty() && !after.flag(PRESERVE)) {
      place.breaking("the map takes no more keys of any name", "keep it a map; make a new field");
    } else if (old.isPresent() && current.isPresent()) {
      run(before.at("additionalProperties"), after.at("additionalProperties"), place.field("*"));
    }
  }
}
