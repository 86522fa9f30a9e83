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

  @Override
  public String toString() {
    return qualifiedGroup() + "/" + version + ", kind " + kind;
  }
}
