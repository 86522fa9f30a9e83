package dev.jop.controllergen.compatibility;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A CustomResourceDefinition.
 *
 * @param document its manifest
 */
record Definition(Node document) {

  /** Refuses a manifest that does not say what it defines. */
  void checkNames() {
    if (name().isEmpty()) {
      throw new IllegalArgumentException("there is a definition without metadata.name");
    }
    if (kind().isEmpty()) {
      throw new IllegalArgumentException("the definition " + name() + " has no spec.names.kind");
    }
  }

  String name() {
    return document.at("metadata").text("name");
  }

  String kind() {
    return spec().at("names").text("kind");
  }

  Node spec() {
    return document.at("spec");
  }

  /** The versions by their names, in the order of names. */
  Map<String, Node> versions() {
    Map<String, Node> versions = new TreeMap<>();
    spec().list("versions").forEach(version -> versions.put(version.text("name"), version));
    return versions;
  }

  Optional<Node> stored() {
    return versions().values().stream().filter(version -> version.flag("storage")).findFirst();
  }

  /** Whether objects are converted by a webhook, not just renamed. */
  boolean converts() {
    return spec().at("conversion").text("strategy").equals("Webhook");
  }

  /** Whether the cluster that the manifest comes from holds objects in a version. */
  boolean holds(String version) {
    return document.at("status").texts("storedVersions").contains(version);
  }
}
