package dev.jop.runtime.client;

import dev.jop.runtime.scheme.CodecException;
import dev.jop.runtime.scheme.FieldPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes what a program has changed of an object, and leaves the rest as the server has it.
 *
 * <p>Three trees tell it: what was read, what the Java type makes of that (known), and what the
 * program has made of it (changed). Where the last two are the same, what was read stays: with
 * fields that the type does not know, without those that it adds, and with text and numbers as the
 * server writes them. Where they differ, the change is taken.
 *
 * <p>The elements of a list are followed as {@link ListMatch} tells. What the type does not know of
 * an element goes where the element goes, and nowhere else: of elements that were changed and
 * cannot be told from others, nothing but what the program says is written, and their list is
 * {@link #unsure}.
 */
final class Difference {

  private static final int NONE = -1;

  private final JsonNode root;
  private final UnaryOperator<JsonNode> type;
  private final List<FieldPath> unsure = new ArrayList<>();

  /**
   * The difference to an object.
   *
   * @param read what was read
   * @param type what the Java type makes of a tree
   */
  Difference(JsonNode read, UnaryOperator<JsonNode> type) {
    this.root = read;
    this.type = type;
  }

  /** The lists of which something was lost that the Java type does not know. */
  List<FieldPath> unsure() {
    return unsure;
  }

  /** The object to write. */
  JsonNode merge(JsonNode known, JsonNode changed) {
    return merge(root, known, changed, new Place(FieldPath.ROOT, JsonPointer.empty()));
  }

  private JsonNode merge(JsonNode read, JsonNode known, JsonNode changed, Place at) {
    if (known.equals(changed)) {
      return read;
    }
    if (read instanceof ObjectNode readObject
        && known instanceof ObjectNode knownObject
        && changed instanceof ObjectNode changedObject) {
      return mergeFields(readObject, knownObject, changedObject, at);
    }
    if (read instanceof ArrayNode readList
        && known instanceof ArrayNode knownList
        && changed instanceof ArrayNode changedList) {
      return mergeElements(readList, knownList, changedList, at);
    }
    return changed;
  }

  private ObjectNode mergeFields(ObjectNode read, ObjectNode known, ObjectNode changed, Place at) {
    ObjectNode result = read.objectNode();
    for (Map.Entry<String, JsonNode> field : read.properties()) {
      String name = field.getKey();
      JsonNode before = known.get(name);
      JsonNode after = changed.get(name);
      if (before != null && after != null) {
        result.set(name, merge(field.getValue(), before, after, at.field(name)));
      } else if (after != null) {
        result.set(name, after);
      } else if (before == null) {
        result.set(name, field.getValue());
      }
    }
    for (Map.Entry<String, JsonNode> field : changed.properties()) {
      String name = field.getKey();
      if (!read.has(name) && !field.getValue().equals(known.get(name))) {
        result.set(name, field.getValue());
      }
    }
    return result;
  }

  private ArrayNode mergeElements(ArrayNode read, ArrayNode known, ArrayNode changed, Place at) {
    String name = at.path.step();
    int[] places = places(read, known, at);
    int[] origins = ListMatch.origins(known, changed, ListKeys.of(name, known, changed));
    ArrayNode result = changed.arrayNode(changed.size());
    Set<Integer> kept = new HashSet<>();
    boolean anyNew = false;
    for (int i = 0; i < changed.size(); i++) {
      int place = origins[i] < 0 ? NONE : places[origins[i]];
      if (place == NONE) {
        result.add(changed.get(i));
        anyNew = true;
      } else {
        JsonNode before = known.get(origins[i]);
        result.add(merge(read.get(place), before, changed.get(i), at.element(origins[i])));
        kept.add(place);
      }
    }
    List<Integer> unseen = unseen(places, read.size());
    if (Arrays.stream(places).noneMatch(place -> place == NONE)) {
      unseen.forEach(place -> result.add(read.get(place))); // the program was not shown them
    } else if (unseen.stream().anyMatch(place -> read.get(place).isContainer())) {
      unsure.add(at.path);
      return result;
    }
    for (int i = 0; anyNew && i < places.length; i++) {
      if (places[i] != NONE
          && !kept.contains(places[i])
          && saysMore(read.get(places[i]), known.get(i))) {
        unsure.add(at.path);
        break;
      }
    }
    return result;
  }

  /** For each known element its place in the list that was read, if that can be told. */
  private int[] places(ArrayNode read, ArrayNode known, Place at) {
    if (read.equals(known)
        || (read.size() == known.size() && (read.size() < 2 || isKeptInOrder(read, known, at)))) {
      return IntStream.range(0, read.size()).toArray();
    }
    Optional<ListKeys> keys = ListKeys.of(at.path.step(), read, known);
    Map<String, Integer> byKey = keys.map(key -> key.index(read)).orElse(Map.of());
    return known
        .valueStream()
        .mapToInt(element -> keys.map(key -> byKey.get(key.key(element))).orElse(NONE))
        .toArray();
  }

  /**
   * Whether the type has not sorted a list, as sets do, nor a transform changed it: then it makes
   * the reverse of the list in reverse.
   */
  private boolean isKeptInOrder(ArrayNode read, ArrayNode known, Place at) {
    reverse(read);
    try {
      return type.apply(root).at(at.known) instanceof ArrayNode knownOfReverse
          && reverse(knownOfReverse).equals(known);
    } catch (CodecException e) {
      return false;
    } finally {
      reverse(read);
    }
  }

  private static ArrayNode reverse(ArrayNode list) {
    List<JsonNode> elements = new ArrayList<>(list.valueStream().toList());
    Collections.reverse(elements);
    return list.removeAll().addAll(elements);
  }

  private static List<Integer> unseen(int[] places, int size) {
    List<Integer> unseen = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    unseen.removeAll(Arrays.stream(places).boxed().collect(Collectors.toSet()));
    return unseen;
  }

  /** Whether what was read says something that is not known. */
  private static boolean saysMore(JsonNode read, JsonNode known) {
    if (read.isNull()) {
      return false;
    }
    if (read.isObject() && known.isObject()) {
      return read.properties().stream()
          .anyMatch(field -> saysMore(field.getValue(), known.path(field.getKey())));
    }
    if (read.isArray() && known.isArray()) {
      return read.size() != known.size()
          || IntStream.range(0, read.size()).anyMatch(i -> saysMore(read.get(i), known.get(i)));
    }
    return !same(read, known);
  }

  private static boolean same(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return one.equals(other);
  }

  /**
   * Where a value is.
   *
   * @param path for people; it does not tell one element of a list from another
   * @param known in the tree of what is known
   */
  private record Place(FieldPath path, JsonPointer known) {

    Place field(String name) {
      return new Place(path.field(name), known.appendProperty(name));
    }

    Place element(int index) {
      return new Place(path.element(), known.appendIndex(index));
    }
  }
}
