package dev.jop.runtime.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a client acts as, with that user's rights instead of its own.
 *
 * @param user the user's name, empty for nobody
 * @param uid the user's id, empty for none
 * @param groups the user's groups
 * @param extra further values about the user, by their keys
 */
public record Impersonation(
    String user, String uid, List<String> groups, Map<String, List<String>> extra) {

  /** Copies the collections. */
  public Impersonation {
    groups = List.copyOf(groups);
    Map<String, List<String>> copy = new TreeMap<>();
    extra.forEach((key, values) -> copy.put(key, List.copyOf(values)));
    extra = Collections.unmodifiableMap(copy);
  }

  /** Acts as nobody else. */
  public static Impersonation none() {
    return new Impersonation("", "", List.of(), Map.of());
  }
}
