package dev.jop.plugins.project;

import dev.jop.plugins.naming.Plurals;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One API of a project.
 *
 * @param gvk what identifies it
 * @param plural its name in paths
 * @param path the Java package of its types
 * @param api whether the project defines it
 * @param namespaced whether its objects live in namespaces; only told when the project defines it
 * @param controller whether the project has a reconciler for it
 * @param others fields of the file that jop does not use and keeps
 */
public record Resource(
    Gvk gvk,
    String plural,
    String path,
    boolean api,
    boolean namespaced,
    boolean controller,
    Map<String, Object> others) {

  public Resource {
    plural = plural.isEmpty() ? Plurals.of(gvk.kind()) : plural;
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** Whether the plural is what the rules make of the kind, and so is not worth writing down. */
  boolean isPluralRegular() {
    return plural.equals(Plurals.of(gvk.kind()));
  }

  /** The same with a reconciler. */
  public Resource withController() {
    return new Resource(gvk, plural, path, api, namespaced, true, others);
  }
}
