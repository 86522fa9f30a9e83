package dev.jop.controllergen.discovery;

import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One resource of an API.
 *
 * @param group its API group; the empty string is the core group
 * @param name its plural name, with a subresource as in {@code pods/exec}
 * @param kind the kind of its objects
 * @param namespaced whether its objects live in namespaces
 * @param verbs what can be done with it
 */
public record ApiResource(
    String group, String name, String kind, boolean namespaced, SortedSet<String> verbs) {
  private static final Set<String> OBJECT_VERBS =
      Set.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
  private static final Set<String> PART_VERBS = Set.of("get", "patch", "update");

  /** Copies the verbs. */
  public ApiResource {
    verbs = new TreeSet<>(verbs);
  }

  /** Returns the resource of a custom kind. */
  static ApiResource custom(DeclaredKind kind) {
    return new ApiResource(
        kind.group(), kind.plural(), kind.kind(), kind.namespaced(), new TreeSet<>(OBJECT_VERBS));
  }

  /** Returns this with the verbs of another line about the same resource. */
  ApiResource and(ApiResource other) {
    SortedSet<String> both = new TreeSet<>(verbs);
    both.addAll(other.verbs);
    return new ApiResource(group, name, kind, namespaced, both);
  }

  /** Returns a subresource; it has no verbs unless it is one that any kind may have. */
  ApiResource subresource(String part) {
    Set<String> known =
        switch (part) {
          case "status", "scale" -> PART_VERBS;
          case "finalizers" -> Set.of("update");
          default -> Set.of();
        };
    return new ApiResource(group, name + "/" + part, kind, namespaced, new TreeSet<>(known));
  }

  /** Returns whether somebody who wrote this name probably meant this resource. */
  boolean isMeantBy(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return !word.equals(name)
        && (small.equals(kind.toLowerCase(Locale.ROOT)) || small.equals(name));
  }
}
