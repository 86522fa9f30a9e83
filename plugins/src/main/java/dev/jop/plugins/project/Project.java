package dev.jop.plugins.project;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scaffolded project, as its PROJECT file tells.
 *
 * @param domain the domain of its APIs
 * @param projectName its name, the beginning of its objects' names in a cluster
 * @param repo its base Java package, the place of kubebuilder's Go module
 * @param cliVersion the version of jop that scaffolded it last
 * @param layout the keys of the plugins that made it
 * @param multigroup whether APIs of several groups live in it, each in packages of its group
 * @param resources its APIs in the order of their making
 * @param others fields of the file that jop does not use and keeps
 */
public record Project(
    String domain,
    String projectName,
    String repo,
    String cliVersion,
    List<String> layout,
    boolean multigroup,
    List<Resource> resources,
    Map<String, Object> others) {

  /** The layout of the projects that jop makes. */
  public static final String LAYOUT = "java.jop.dev/v1";

  public Project {
    layout = List.copyOf(layout);
    resources = List.copyOf(resources);
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** The API, if the project has it. */
  public Optional<Resource> find(Gvk gvk) {
    return resources.stream().filter(resource -> resource.gvk().equals(gvk)).findFirst();
  }

  /**
   * The versions of the same kind before this one; the first of a kind is the one that is stored.
   */
  public List<Resource> versionsBefore(Gvk gvk) {
    return resources.stream()
        .takeWhile(resource -> !resource.gvk().equals(gvk))
        .filter(resource -> resource.gvk().isOfSameKind(gvk))
        .toList();
  }

  /** The same with this API, in the place of the one with the same identity if there is one. */
  public Project with(Resource resource) {
    List<Resource> changed = new ArrayList<>(resources);
    int at = find(resource.gvk()).map(changed::indexOf).orElse(-1);
    if (at < 0) {
      changed.add(resource);
    } else {
      changed.set(at, resource);
    }
    return new Project(domain, projectName, repo, cliVersion, layout, multigroup, changed, others);
  }

  /** The same, scaffolded last by this version of jop. */
  public Project withCliVersion(String version) {
    return new Project(domain, projectName, repo, version, layout, multigroup, resources, others);
  }
}
