package dev.jop.controllergen.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One place where two YAML files say different things.
 *
 * @param file the name of the file
 * @param path the keys that lead to it, with slashes between, and {@code ~1} for a slash in a key;
 *     an item of a list goes by its name, or if it has none, by its number
 * @param theirs what controller-gen says; {@code absent} where it says nothing
 * @param ours what our generator says
 */
record TreeDifference(String file, String path, String theirs, String ours) {
  static final String ABSENT = "absent";

  static List<TreeDifference> between(String file, String theirs, String ours) {
    List<TreeDifference> found = new ArrayList<>();
    compare(file, "", documents(theirs), documents(ours), found);
    return found;
  }

  private static List<Object> documents(String yaml) {
    List<Object> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build()).loadAllFromString(yaml).forEach(documents::add);
    return documents;
  }

  private static void compare(
      String file,
      String path,
      @Nullable Object theirs,
      @Nullable Object ours,
      List<TreeDifference> found) {
    Map<String, Object> left = children(theirs);
    Map<String, Object> right = children(ours);
    if (left == null || right == null || theirs instanceof Map != ours instanceof Map) {
      if (!Objects.equals(theirs, ours)) {
        found.add(new TreeDifference(file, path, text(theirs), text(ours)));
      }
      return;
    }
    if (theirs instanceof List && !sameOrder(left, right)) {
      found.add(new TreeDifference(file, path, left.keySet() + "", right.keySet() + ""));
    }
    TreeSet<String> keys = new TreeSet<>(left.keySet());
    keys.addAll(right.keySet());
    for (String key : keys) {
      String step = key.replace("/", "~1");
      String below = path.isEmpty() ? step : path + "/" + step;
      if (!left.containsKey(key) || !right.containsKey(key)) {
        String there = left.containsKey(key) ? text(left.get(key)) : ABSENT;
        String here = right.containsKey(key) ? text(right.get(key)) : ABSENT;
        found.add(new TreeDifference(file, below, there, here));
      } else {
        compare(file, below, left.get(key), right.get(key), found);
      }
    }
  }

  private static boolean sameOrder(Map<String, Object> left, Map<String, Object> right) {
    List<String> common = left.keySet().stream().filter(right::containsKey).toList();
    return common.equals(right.keySet().stream().filter(left::containsKey).toList());
  }

  /** What is below a map or a list, by key; null for a scalar. */
  private static @Nullable Map<String, Object> children(@Nullable Object tree) {
    Map<String, Object> children = new LinkedHashMap<>();
    if (tree instanceof Map<?, ?> map) {
      map.forEach((key, value) -> children.put(String.valueOf(key), value));
      return children;
    }
    if (tree instanceof List<?> list) {
      for (Object item : list) {
        String key = nameOf(item);
        boolean usable = key != null && !children.containsKey(key);
        children.put(usable ? key : String.valueOf(children.size()), item);
      }
      return children;
    }
    return null;
  }

  /** The name that tells an item from its neighbours. */
  private static @Nullable String nameOf(@Nullable Object item) {
    if (!(item instanceof Map<?, ?> map)) {
      return null;
    }
    if (map.get("metadata") instanceof Map<?, ?> metadata) {
      Object namespace = metadata.get("namespace");
      return map.get("kind")
          + "."
          + metadata.get("name")
          + (namespace == null ? "" : "." + namespace);
    }
    return map.get("name") instanceof String name ? name : null;
  }

  /** A text that would be something else without quotes has them. */
  private static String text(@Nullable Object tree) {
    boolean ambiguous = tree instanceof String string && !isPlain(string);
    return ambiguous ? "\"" + tree + "\"" : String.valueOf(tree);
  }

  private static boolean isPlain(String text) {
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(text) instanceof String;
    } catch (YamlEngineException notYaml) {
      return true;
    }
  }
}
