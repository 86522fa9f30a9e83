package dev.jop.runtime.client;

/**
 * What must be true of an object so that it is deleted.
 *
 * @param uid the uid that it must have; empty (the default) for any
 * @param resourceVersion the resource version that it must have; empty (the default) for any
 */
public record Preconditions(String uid, String resourceVersion) {

  private static final Preconditions NONE = new Preconditions("", "");

  /** Nothing must be true. */
  public static Preconditions none() {
    return NONE;
  }

  /** The same with a uid that it must have. */
  public Preconditions withUid(String uid) {
    return new Preconditions(uid, resourceVersion);
  }

  /** The same with a resource version that it must have. */
  public Preconditions withResourceVersion(String resourceVersion) {
    return new Preconditions(uid, resourceVersion);
  }
}
