package dev.jop.controllergen.crd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a kind is called, and where its objects live.
 *
 * @param group the API group
 * @param kind the name in manifests
 * @param plural the name in URLs
 * @param singular the name in messages of kubectl
 * @param shortNames what kubectl accepts beside
 * @param categories the sets of kinds that it belongs to, such as {@code all}
 * @param namespaced whether its objects live in namespaces
 */
record KindNames(
    String group,
    String kind,
    String plural,
    String singular,
    List<String> shortNames,
    List<String> categories,
    boolean namespaced) {

  String crdName() {
    return plural + "." + group;
  }

  /** Says in what these names are other than those of a kind with the same plural. */
  List<String> differencesFrom(KindNames other) {
    List<String> differences = new ArrayList<>();
    compare("kind", kind, other.kind, differences);
    compare("singular", singular, other.singular, differences);
    compare("short names", shortNames, other.shortNames, differences);
    compare("categories", categories, other.categories, differences);
    compare("scope", scope(), other.scope(), differences);
    return differences;
  }

  private static void compare(String what, Object here, Object there, List<String> differences) {
    if (!here.equals(there)) {
      differences.add(what + " " + here + ", not " + there);
    }
  }

  String scope() {
    return namespaced ? "Namespaced" : "Cluster";
  }

  Map<String, Object> toTree() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("kind", kind);
    tree.put("listKind", kind + "List");
    tree.put("plural", plural);
    tree.put("singular", singular);
    if (!shortNames.isEmpty()) {
      tree.put("shortNames", shortNames);
    }
    if (!categories.isEmpty()) {
      tree.put("categories", categories);
    }
    return tree;
  }
}
