package dev.jop.runtime.meta;

/**
 * The full name of a kind: group, version and kind.
 *
 * @param group the API group, empty for the core group
 * @param version the version in the group, such as {@code v1}
 * @param kind the kind, such as {@code Deployment}
 */
public record GroupVersionKind(String group, String version, String kind) {

  /** Checks that version and kind are there. */
  public GroupVersionKind {
    if (version.isEmpty() || kind.isEmpty()) {
      throw new IllegalArgumentException(
          "a kind needs a version and a kind, got \"" + version + "\" and \"" + kind + "\"");
    }
  }

  /** The kind of an object that names itself so. */
  public static GroupVersionKind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? new GroupVersionKind("", apiVersion, kind)
        : new GroupVersionKind(
            apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  /** The {@code apiVersion} of an object of this kind: {@code group/version}, or the version. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** The kind with its group, as in {@code Deployment.apps}; the core group is left out. */
  public String groupKind() {
    return group.isEmpty() ? kind : kind + "." + group;
  }

  @Override
  public String toString() {
    return apiVersion() + " " + kind;
  }
}
