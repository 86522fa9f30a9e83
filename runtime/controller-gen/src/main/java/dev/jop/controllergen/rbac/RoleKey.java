package dev.jop.controllergen.rbac;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which role a permission belongs to.
 *
 * @param namespace the namespace of a Role; empty for a ClusterRole
 * @param name the name of the role
 */
record RoleKey(String namespace, String name) implements Comparable<RoleKey> {

  /** ClusterRoles first, then by namespace and name. */
  @Override
  public int compareTo(RoleKey other) {
    return Comparator.comparing(RoleKey::namespace)
        .thenComparing(RoleKey::name)
        .compare(this, other);
  }

  Map<String, Object> toTree(List<Rule> rules) {
    Map<String, Object> metadata = new TreeMap<>(Map.of("name", name));
    if (!namespace.isEmpty()) {
      metadata.put("namespace", namespace);
    }
    return Map.of(
        "apiVersion",
        "rbac.authorization.k8s.io/v1",
        "kind",
        namespace.isEmpty() ? "ClusterRole" : "Role",
        "metadata",
        metadata,
        "rules",
        rules.stream().map(Rule::toTree).toList());
  }
}
