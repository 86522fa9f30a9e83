package dev.jop.runtime.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts back the fields of an object that its Java type does not know.
 *
 * <p>Three trees tell them: what was read, what the type made of it, and what the program has made
 * of that. A field that was read but is not in the second is unknown, and is kept where its parent
 * is kept. Elements of a list are told apart by being unchanged, else by their name, else by their
 * place if the list is as long as before.
 */
final class UnknownFields {

  private static final List<String> NAMES = List.of("name", "type", "key", "containerPort", "ip");

  private UnknownFields() {}

  /**
   * The changed object with the unknown fields.
   *
   * @param read what was read
   * @param known what the Java type keeps of it
   * @param changed what shall be written
   */
  static JsonNode restore(JsonNode read, JsonNode known, JsonNode changed) {
    if (read.equals(known)) {
      return changed;
    }
    if (read instanceof ObjectNode readObject
        && known instanceof ObjectNode knownObject
        && changed instanceof ObjectNode changedObject) {
      return restoreFields(readObject, knownObject, changedObject.deepCopy());
    }
    if (read instanceof ArrayNode readArray
        && known instanceof ArrayNode knownArray
        && changed instanceof ArrayNode changedArray) {
      return restoreElements(readArray, knownArray, changedArray);
    }
    return changed;
  }

  private static ObjectNode restoreFields(ObjectNode read, ObjectNode known, ObjectNode result) {
    for (Map.Entry<String, JsonNode> field : read.properties()) {
      String name = field.getKey();
      JsonNode before = known.get(name);
      JsonNode after = result.get(name);
      if (before == null && after == null) {
        result.set(name, field.getValue());
      } else if (before != null && after != null) {
        result.set(name, restore(field.getValue(), before, after));
      }
    }
    return result;
  }

  private static JsonNode restoreElements(ArrayNode read, ArrayNode known, ArrayNode changed) {
    if (read.size() != known.size()) {
      return changed; // the type has made something else of this list
    }
    ArrayNode result = changed.arrayNode(changed.size());
    List<Integer> free = new ArrayList<>();
    for (int i = 0; i < known.size(); i++) {
      free.add(i);
    }
    for (int i = 0; i < changed.size(); i++) {
      Integer origin = origin(changed.get(i), i, known, changed, free);
      if (origin == null) {
        result.add(changed.get(i));
      } else {
        free.removeIf(origin::equals);
        result.add(restore(read.get(origin), known.get(origin), changed.get(i)));
      }
    }
    return result;
  }

  /** Which element of the list that was read an element of the changed list comes from. */
  private static @Nullable Integer origin(
      JsonNode element, int place, ArrayNode known, ArrayNode changed, List<Integer> free) {
    for (Integer candidate : free) {
      if (known.get(candidate).equals(element)) {
        return candidate;
      }
    }
    for (String name : NAMES) {
      JsonNode value = element.get(name);
      if (value != null) {
        return free.stream()
            .filter(candidate -> value.equals(known.get(candidate).get(name)))
            .findFirst()
            .orElse(null);
      }
    }
    return known.size() == changed.size() && free.contains(place) ? place : null;
  }
}
