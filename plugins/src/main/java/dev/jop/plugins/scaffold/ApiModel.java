package dev.jop.plugins.scaffold;

import dev.jop.plugins.naming.Kinds;
import dev.jop.plugins.naming.Plurals;
import dev.jop.plugins.project.Resource;

/**
 * What templates know of an API.
 *
 * @param group its group with the domain
 * @param version its version
 * @param kind its kind
 * @param lower its kind in lower case
 * @param variable its kind as a variable
 * @param plural its name in paths
 * @param plainPlural whether that is the kind and an s, which every tool makes of it
 * @param stored whether its objects are stored in this version
 * @param namespaced whether its objects live in namespaces
 * @param types the Java package of its types
 * @param controllers the Java package of its reconciler
 * @param basePackage the project's base Java package
 * @param role the beginning of the names of its roles' files
 * @param sample the name of its sample's file
 * @param projectName the project's name
 * @param header the comment at the top of Java files
 */
public record ApiModel(
    String group,
    String version,
    String kind,
    String lower,
    String variable,
    String plural,
    boolean plainPlural,
    boolean stored,
    boolean namespaced,
    String types,
    String controllers,
    String basePackage,
    String role,
    String sample,
    String projectName,
    String header) {

  static ApiModel of(
      Layout layout, String projectName, Resource resource, boolean stored, String header) {
    String kind = resource.gvk().kind();
    String lower = Kinds.lower(kind);
    return new ApiModel(
        resource.gvk().qualifiedGroup(),
        resource.gvk().version(),
        kind,
        lower,
        Kinds.variable(kind),
        resource.plural(),
        Plurals.isPlain(lower, resource.plural()),
        stored,
        resource.namespaced(),
        layout.types(resource.gvk()),
        layout.controllers(resource.gvk()),
        layout.basePackage(),
        layout.role(resource.gvk()),
        layout.sample(resource.gvk()),
        projectName,
        header);
  }
}
