package dev.jop.controllergen.compatibility;

import java.util.Map;
import java.util.Set;

/** Compares one kind: its names, its scope, and which versions it has. */
final class DefinitionComparison {
  private final Definition before;
  private final Definition after;
  private final ChangeList.Place place;

  DefinitionComparison(Definition before, Definition after, ChangeList.Place place) {
    this.before = before;
    this.after = after;
    this.place = place;
  }

  void run() {
    names();
    String scope = before.spec().text("scope");
    if (!scope.equals(after.spec().text("scope"))) {
      place.breaking(
          "the scope was " + scope + " and is " + after.spec().text("scope"),
          "no API server lets it change; make a kind with another name");
    }
    Map<String, Node> now = after.versions();
    before
        .versions()
        .forEach(
            (name, version) -> {
              Node same = now.get(name);
              if (same == null) {
                removed(name, version);
              } else {
                new VersionComparison(version, same, place.version(name)).run();
              }
            });
    storage();
  }

  private void names() {
    Node old = before.spec().at("names");
    Node current = after.spec().at("names");
    if (!before.kind().equals(after.kind())) {
      place.breaking(
          "the kind is called " + after.kind() + " now, which no manifest of before names",
          "keep the name");
    }
    if (!old.text("singular").equals(current.text("singular"))) {
      place.warning(
          "the singular was " + old.text("singular") + " and is " + current.text("singular"),
          "keep it as a short name for scripts");
    }
    for (String key : new String[] {"shortNames", "categories"}) {
      Set<String> gone = old.texts(key);
      gone.removeAll(current.texts(key));
      if (!gone.isEmpty()) {
        place.warning(key + " lost " + String.join(", ", gone), "keep them for scripts");
      }
    }
  }

  private void removed(String name, Node version) {
    ChangeList.Place at = place.version(name);
    if (version.flag("storage") || before.holds(name)) {
      at.breaking(
          "the version was removed, though clusters hold objects in it",
          "keep it, not served, until all are stored in another version");
    } else if (version.flag("served")) {
      at.breaking(
          "the version was removed, though clients use it",
          "deprecate it first, then stop serving it, then remove it");
    } else {
      at.warning(
          "the version was removed",
          "API servers refuse that while their status.storedVersions names it; migrate before");
    }
  }

  /** Without a webhook, an object that is stored in one version is read as it is in another. */
  private void storage() {
    Node old = before.stored().orElse(new Node(Map.of()));
    Node current = after.stored().orElse(new Node(Map.of()));
    String from = old.text("name");
    String to = current.text("name");
    if (!from.isEmpty() && !to.isEmpty() && !from.equals(to) && !after.converts()) {
      SchemaComparison.run(
          VersionComparison.schema(old),
          VersionComparison.schema(current),
          place.version(from + "→" + to));
    }
    if (before.converts() && !after.converts() && after.versions().size() > 1) {
      place.breaking(
          "objects are no longer converted between versions", "keep the conversion webhook");
    }
  }
}
