package dev.jop.runtime.client;

/**
 * In whose name fields are set by a server-side apply.
 *
 * @param name the field manager, one per controller and stable over its versions
 * @param force whether to take fields from other owners instead of failing with a conflict;
 *     controllers usually do
 */
public record FieldOwner(String name, boolean force) {

  /** Checks that there is a name that the API server takes. */
  public FieldOwner {
    if (name.isEmpty() || name.length() > 128) {
      throw new IllegalArgumentException(
          "a field owner's name has 1 to 128 characters, got \"" + name + "\"");
    }
  }

  /** An owner that does not take fields from others. */
  public static FieldOwner of(String name) {
    return new FieldOwner(name, false);
  }

  /** The same owner, taking fields from others. */
  public FieldOwner withForce() {
    return new FieldOwner(name, true);
  }
}
