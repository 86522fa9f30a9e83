package dev.jop.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Edits of random objects, as a program makes them to what a type knows, are written to what was
 * read, and nothing else is.
 */
class DifferencePropertyTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int RUNS = 2000;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private int ids;

  @Test
  void leavesAllThatWasNotTouchedAsItWasRead() {
    for (int run = 0; run < RUNS; run++) {
      ObjectNode read = object(4);
      JsonNode known = known(read);
      ObjectNode changed = (ObjectNode) known.deepCopy();
      ObjectNode expected = read.deepCopy();
      for (int edits = random.nextInt(4); edits > 0; edits--) {
        edit(changed, expected);
      }

      JsonNode result = new Difference(read, DifferencePropertyTest::known).merge(known, changed);

      assertThat(result).as("seed %d, run %d", seed, run).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({"name,true", "v,false", "name,false"})
  void movesNothingFromOneElementToAnother(String key, boolean unique) {
    for (int run = 0; run < RUNS; run++) {
      ArrayNode read = JSON.arrayNode();
      for (int i = random.nextInt(7); i > 0; i--) {
        read.add(element(key, unique ? "k" + ids++ : "k" + random.nextInt(3)));
      }
      ArrayNode known = (ArrayNode) known(read);
      ArrayNode changed = editElements(known, key, unique);
      boolean byName = key.equals("name") && distinctNames(known) && distinctNames(changed);
      Difference difference = new Difference(list(read), DifferencePropertyTest::known);

      JsonNode result =
          difference.merge(list(known).put("zero", 0), list(changed).put("zero", 0)).path("list");

      String as =
          "seed %d, run %d:%n%s%n%s%n%s%n%s".formatted(seed, run, read, known, changed, result);
      assertThat(known(result)).as(as).isEqualTo(changed);
      assertOwnership(as, read, known, changed, (ArrayNode) result, byName ? key : null);
      assertThat(difference.unsure().isEmpty())
          .as(as)
          .isEqualTo(nothingLost(known, changed, byName));
    }
  }

  private static boolean distinctNames(ArrayNode list) {
    return list.valueStream().map(e -> e.get("name")).distinct().count() == list.size();
  }

  private static ObjectNode list(ArrayNode elements) {
    return JSON.objectNode().set("list", elements);
  }

  /** Every unknown part is where an equal element is, or that of the same key. */
  private static void assertOwnership(
      String as,
      ArrayNode read,
      ArrayNode known,
      ArrayNode changed,
      ArrayNode result,
      @Nullable String key) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < read.size(); i++) {
      places.put(read.get(i).path("unknown").path("id").asInt(), i);
    }
    Set<Integer> seen = new HashSet<>();
    Map<JsonNode, Integer> kept = new HashMap<>();
    for (int j = 0; j < result.size(); j++) {
      JsonNode after = changed.get(j);
      JsonNode id = result.get(j).path("unknown").path("id");
      if (!id.isMissingNode()) {
        int place = Objects.requireNonNull(places.get(id.asInt()));
        assertThat(seen.add(place)).as("%s%nin two places: %s", as, id).isTrue();
        boolean same = known.get(place).equals(after);
        boolean sameKey = key != null && known.get(place).get(key).equals(after.get(key));
        assertThat(same || sameKey).as("%s%nmoved: %s", as, id).isTrue();
        if (same) {
          assertThat(result.get(j)).as(as).isEqualTo(read.get(place));
        }
        kept.merge(after, 1, Integer::sum);
      } else if (key != null) {
        assertThat(known.valueStream().map(e -> e.get(key)))
            .as("%s%nlost, but its key is unique: %s", as, after)
            .doesNotContain(after.get(key));
      }
    }
    for (JsonNode value : known) {
      int stayed = Math.min(count(known, value), count(changed, value));
      assertThat(kept.getOrDefault(value, 0))
          .as("%s%nlost: %s", as, value)
          .isGreaterThanOrEqualTo(stayed);
    }
  }

  /** Whether each element that is gone is plainly gone, since there is none that it may be now. */
  private static boolean nothingLost(ArrayNode known, ArrayNode changed, boolean byName) {
    if (byName) {
      Set<JsonNode> before = new HashSet<>();
      known.forEach(e -> before.add(e.get("name")));
      Set<JsonNode> after = new HashSet<>();
      changed.forEach(e -> after.add(e.get("name")));
      return before.containsAll(after) || after.containsAll(before);
    }
    boolean gone = known.valueStream().anyMatch(e -> count(known, e) > count(changed, e));
    boolean added = changed.valueStream().anyMatch(e -> count(changed, e) > count(known, e));
    return !(gone && added);
  }

  private static int count(ArrayNode list, JsonNode value) {
    return (int) list.valueStream().filter(value::equals).count();
  }

  private ArrayNode editElements(ArrayNode known, String key, boolean unique) {
    List<JsonNode> elements = new ArrayList<>(known.deepCopy().valueStream().toList());
    for (int edits = random.nextInt(4); edits > 0; edits--) {
      int size = elements.size();
      switch (random.nextInt(6)) {
        case 0 -> Collections.shuffle(elements, random);
        case 1 -> elements.add(random.nextInt(size + 1), known(element(key, "new" + ids++)));
        case 2 -> {
          if (size > 0) {
            elements.remove(random.nextInt(size));
          }
        }
        case 3 -> {
          if (size > 0 && !unique) {
            elements.add(elements.get(random.nextInt(size)).deepCopy());
          }
        }
        case 4 -> {
          if (size > 1) {
            Collections.swap(elements, random.nextInt(size), random.nextInt(size));
          }
        }
        default -> {
          if (size > 0) {
            ((ObjectNode) elements.get(random.nextInt(size)).path("in")).put("x", 100 + ids++);
          }
        }
      }
    }
    return JSON.arrayNode().addAll(elements);
  }

  private ObjectNode element(String key, String value) {
    ObjectNode element = JSON.objectNode();
    element.put(key, value);
    element.putObject("in").put("x", random.nextInt(2)).put("cText", "TEXT").put("unknownToo", ids);
    element.putObject("unknown").put("id", ids++);
    return element;
  }

  private ObjectNode object(int depth) {
    ObjectNode object = JSON.objectNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      String name = (random.nextInt(3) == 0 ? "unknown" : random.nextInt(3) == 0 ? "c" : "f") + i;
      switch (random.nextInt(depth > 0 ? 6 : 3)) {
        case 0 -> object.putNull(name);
        case 1 -> object.put(name, random.nextInt());
        case 2 -> object.put(name, "Text" + random.nextInt(3));
        case 3 -> object.set(name, JSON.arrayNode().add(object(depth - 1)).add("X").addNull());
        default -> object.set(name, object(depth - 1));
      }
    }
    return object;
  }

  /** A type's reading: without some fields, with one more, and with texts that it writes so. */
  private static JsonNode known(JsonNode read) {
    if (read instanceof ArrayNode list) {
      return JSON.arrayNode()
          .addAll(list.valueStream().map(DifferencePropertyTest::known).toList());
    }
    if (!(read instanceof ObjectNode)) {
      return read;
    }
    ObjectNode known = JSON.objectNode();
    for (Map.Entry<String, JsonNode> field : read.properties()) {
      String name = field.getKey();
      JsonNode value = field.getValue();
      if (name.startsWith("c") && value.isString()) {
        known.put(name, value.stringValue().toLowerCase(Locale.ROOT));
      } else if (!name.startsWith("unknown") && !value.isNull()) {
        known.set(name, known(value));
      }
    }
    return known.put("zero", 0);
  }

  /** One change of a field somewhere, in both. */
  private void edit(ObjectNode changed, ObjectNode expected) {
    List<String> fields = new ArrayList<>(changed.propertyNames());
    if (fields.isEmpty()) {
      return;
    }
    String name = fields.get(random.nextInt(fields.size()));
    if (changed.get(name) instanceof ObjectNode inner && random.nextInt(3) > 0) {
      edit(inner, (ObjectNode) expected.get(name));
    } else if (random.nextBoolean()) {
      int value = 1000 + ids++;
      changed.put(name, value);
      expected.put(name, value);
    } else if (random.nextBoolean()) {
      changed.remove(name);
      expected.remove(name);
    } else {
      int value = ids++;
      changed.put("new" + value, value);
      expected.put("new" + value, value);
    }
  }
}
