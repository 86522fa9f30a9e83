package dev.jop.controllergen;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Looks into YAML; what is not where it is looked for fails the test. */
public final class YamlTree {

  private YamlTree() {}

  /** Returns what a text of one document says. */
  public static Object parse(String yaml) {
    return Objects.requireNonNull(
        new Load(LoadSettings.builder().build()).loadFromString(yaml), "an empty document");
  }

  /** Returns what stands below keys. */
  public static Object at(Object tree, String... path) {
    Object at = tree;
    for (String name : path) {
      at = Objects.requireNonNull(((Map<?, ?>) at).get(name), name);
    }
    return at;
  }

  static Set<?> keys(Object tree, String... path) {
    return ((Map<?, ?>) at(tree, path)).keySet();
  }

  /** The schema of the first version in a definition. */
  static Object schema(String definition) {
    List<?> versions = (List<?>) at(parse(definition), "spec", "versions");
    return at(versions.get(0), "schema", "openAPIV3Schema");
  }
}
