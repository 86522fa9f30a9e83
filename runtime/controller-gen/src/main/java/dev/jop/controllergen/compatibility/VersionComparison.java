package dev.jop.controllergen.compatibility;

import java.util.Set;
import java.util.TreeSet;

/** Compares one version of a kind: whether it is served, its subresources, its schema. */
final class VersionComparison {
  private final Node before;
  private final Node after;
  private final ChangeList.Place place;

  VersionComparison(Node before, Node after, ChangeList.Place place) {
    this.before = before;
    this.after = after;
    this.place = place;
  }

  static Node schema(Node version) {
    return version.at("schema").at("openAPIV3Schema");
  }

  void run() {
    if (before.flag("served") && !after.flag("served")) {
      place.breaking(
          "the version is no longer served, though clients use it",
          "deprecate it for a release before");
    }
    subresources(before.at("subresources"), after.at("subresources"));
    Set<String> selectable = fields(before);
    selectable.removeAll(fields(after));
    if (!selectable.isEmpty()) {
      place.breaking(
          "objects can no longer be selected by " + String.join(", ", selectable),
          "keep them selectable");
    }
    SchemaComparison.run(schema(before), schema(after), place);
  }

  private void subresources(Node old, Node current) {
    if (old.has("status") && !current.has("status")) {
      place.breaking(
          "the status subresource was removed, so that clients that write it are refused",
          "keep it");
    }
    if (!old.has("status") && current.has("status")) {
      place.warning(
          "the status is a subresource now, so that it is ignored where clients write it with the"
              + " rest",
          "release clients that write it apart first");
    }
    if (old.has("scale") && !current.has("scale")) {
      place.breaking(
          "the scale subresource was removed, which kubectl scale and autoscalers use", "keep it");
    } else if (!old.at("scale").equals(current.at("scale"))
        && old.has("scale")
        && current.has("scale")) {
      place.warning("the scale subresource leads to other fields", "check what is scaled");
    }
  }

  private static Set<String> fields(Node version) {
    Set<String> paths = new TreeSet<>();
    version.list("selectableFields").forEach(field -> paths.add(field.text("jsonPath")));
    return paths;
  }
}
