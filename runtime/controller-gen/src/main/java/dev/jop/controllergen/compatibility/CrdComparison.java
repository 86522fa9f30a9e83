package dev.jop.controllergen.compatibility;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares CustomResourceDefinitions by their manifests. */
public final class CrdComparison {

  private CrdComparison() {}

  /**
   * Returns what breaks and what is doubtful, in the order of kinds, versions and fields.
   *
   * @param before the YAML or JSON documents of the earlier release, also lists of objects; other
   *     kinds in them are passed over
   * @param after those of now
   * @throws IllegalArgumentException if a text is no YAML, or has a definition without its names
   */
  public static List<ApiChange> compare(Collection<String> before, Collection<String> after) {
    SortedMap<String, Definition> old = byName(before);
    Map<String, Definition> current = byName(after);
    ChangeList changes = new ChangeList();
    old.forEach(
        (name, definition) -> {
          ChangeList.Place place = changes.at(definition.kind());
          Definition now = current.get(name);
          if (now == null) {
            place.breaking(
                "the kind was removed, and with it all its objects",
                "keep it until no cluster has any");
          } else {
            new DefinitionComparison(definition, now, place).run();
          }
        });
    return changes.all();
  }

  /**
   * Returns the names of the definitions in YAML or JSON documents.
   *
   * @throws IllegalArgumentException if a text is no YAML, or has a definition without its names
   */
  public static Set<String> names(Collection<String> texts) {
    return byName(texts).keySet();
  }

  private static SortedMap<String, Definition> byName(Collection<String> texts) {
    SortedMap<String, Definition> byName = new TreeMap<>();
    for (String text : texts) {
      for (Node document : Node.documents(text)) {
        if (document.text("kind").equals("CustomResourceDefinition")) {
          Definition definition = new Definition(document);
          definition.checkNames();
          byName.put(definition.name(), definition);
        }
      }
    }
    return byName;
  }
}
