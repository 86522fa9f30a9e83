package dev.jop.plugins.project;

/**
 * What identifies an API in a project.
 *
 * @param group its group without the domain, perhaps empty
 * @param domain the domain, perhaps empty
 * @param version its version
 * @param kind its kind
 */
public record Gvk(String group, String domain, String version, String kind) {

  /** The group as the API server knows it: group and domain joined by a dot. */
  public String qualifiedGroup() {
    if (group.isEmpty()) {
      return domain;
    }
    return domain.isEmpty() ? group : group + "." + domain;
  }

  /** Whether they differ in the version at most. */
  public boolean isOfSameKind(Gvk other) {
    return kind.equals(other.kind) && qualifiedGroup().equals(other.qualifiedGroup());
  }

  @Override
  public String toString() {
    return qualifiedGroup() + "/" + version + ", kind " + kind;
  }
}
