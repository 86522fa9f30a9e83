package dev.jop.runtime.meta;

/**
 * One of an object's owners: an entry of {@code metadata.ownerReferences}.
 *
 * @param apiVersion the owner's API version
 * @param kind the owner's kind
 * @param name the owner's name; its namespace is the owned object's, or none
 * @param uid the owner's unique id
 * @param controller whether this owner controls the object; at most one of them does
 */
public record Owner(String apiVersion, String kind, String name, String uid, boolean controller) {

  /** The owner's API group, empty for the core group. */
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
