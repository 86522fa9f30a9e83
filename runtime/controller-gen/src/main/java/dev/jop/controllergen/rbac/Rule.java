package dev.jop.controllergen.rbac;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One permission: which verbs on which resources or URLs.
 *
 * @param groups the API groups; the empty string is the core group
 * @param resources the resources in these groups
 * @param resourceNames the objects; empty for all
 * @param urls the URLs beside the API
 * @param verbs what is allowed
 */
record Rule(
    SortedSet<String> groups,
    SortedSet<String> resources,
    SortedSet<String> resourceNames,
    SortedSet<String> urls,
    SortedSet<String> verbs) {
  static final String ANY = "*";

  static Rule of(
      Collection<String> groups,
      Collection<String> resources,
      Collection<String> resourceNames,
      Collection<String> urls,
      Collection<String> verbs) {
    return new Rule(
        new TreeSet<>(groups),
        new TreeSet<>(resources),
        new TreeSet<>(resourceNames),
        new TreeSet<>(urls),
        new TreeSet<>(verbs));
  }

  /** Returns what both allow together; it is exact if they differ in one part only. */
  Rule and(Rule other) {
    return new Rule(
        union(groups, other.groups),
        union(resources, other.resources),
        union(resourceNames, other.resourceNames),
        union(urls, other.urls),
        union(verbs, other.verbs));
  }

  /** Returns the rule with no verb but {@code *} if that is among them. */
  Rule withAnyAlone() {
    return verbs.contains(ANY) ? of(groups, resources, resourceNames, urls, List.of(ANY)) : this;
  }

  /** Returns the text that rules are sorted by. */
  String sortKey() {
    return String.join(
        "\u0000",
        String.join("&", groups),
        String.join("&", resources),
        String.join("&", resourceNames),
        String.join("&", urls));
  }

  Map<String, Object> toTree() {
    Map<String, Object> tree = new TreeMap<>();
    put(tree, "apiGroups", groups);
    put(tree, "resources", resources);
    put(tree, "resourceNames", resourceNames);
    put(tree, "nonResourceURLs", urls);
    put(tree, "verbs", verbs);
    return tree;
  }

  private static void put(Map<String, Object> tree, String name, SortedSet<String> values) {
    if (!values.isEmpty()) {
      tree.put(name, List.copyOf(values));
    }
  }

  private static SortedSet<String> union(SortedSet<String> some, SortedSet<String> more) {
    SortedSet<String> all = new TreeSet<>(some);
    all.addAll(more);
    return all;
  }
}
