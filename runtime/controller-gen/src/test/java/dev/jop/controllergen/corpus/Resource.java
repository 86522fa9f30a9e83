package dev.jop.controllergen.corpus;

import dev.jop.controllergen.YamlTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a definition says of the objects that can be made by it. */
record Resource(String group, String plural, String kind, boolean namespaced, String version) {

  static Resource of(String definition) {
    Object spec = YamlTree.at(YamlTree.parse(definition), "spec");
    List<String> served =
        ((List<?>) YamlTree.at(spec, "versions"))
            .stream()
                .filter(version -> YamlTree.at(version, "served").equals(true))
                .map(version -> (String) YamlTree.at(version, "name"))
                .toList();
    return new Resource(
        (String) YamlTree.at(spec, "group"),
        (String) YamlTree.at(spec, "names", "plural"),
        (String) YamlTree.at(spec, "names", "kind"),
        YamlTree.at(spec, "scope").equals("Namespaced"),
        served.get(0));
  }

  Resource in(@Nullable String other) {
    return other == null ? this : new Resource(group, plural, kind, namespaced, other);
  }

  /** Where all objects of it are. */
  String path() {
    return "/apis/" + group + "/" + version + (namespaced ? "/namespaces/default/" : "/") + plural;
  }

  Map<String, Object> object(String name, @Nullable Object spec) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("apiVersion", group + "/" + version);
    object.put("kind", kind);
    object.put("metadata", Map.of("name", name));
    if (spec != null) {
      object.put("spec", spec);
    }
    return object;
  }
}
