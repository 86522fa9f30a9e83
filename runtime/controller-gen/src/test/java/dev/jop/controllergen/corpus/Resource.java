package dev.jop.controllergen.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a definition says of the objects that can be made by it. */
record Resource(String group, String plural, String kind, boolean namespaced, String version) {

  static Resource of(String definition) {
    Map<?, ?> root =
        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(definition);
    Map<?, ?> spec = (Map<?, ?>) root.get("spec");
    Map<?, ?> names = (Map<?, ?>) spec.get("names");
    List<String> served = new ArrayList<>();
    for (Object version : (List<?>) spec.get("versions")) {
      Map<?, ?> fields = (Map<?, ?>) version;
      if (Boolean.TRUE.equals(fields.get("served"))) {
        served.add((String) fields.get("name"));
      }
    }
    return new Resource(
        (String) spec.get("group"),
        (String) names.get("plural"),
        (String) names.get("kind"),
        "Namespaced".equals(spec.get("scope")),
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
