package dev.jop.plugins.scaffold;

import dev.jop.plugins.naming.JavaNames;
import dev.jop.plugins.naming.Kinds;
import dev.jop.plugins.project.Gvk;
import dev.jop.plugins.project.Project;

/**
 * Where the parts of an API lie.
 *
 * @param basePackage the project's base Java package
 * @param multigroup whether an API's package and files are named for its group too
 */
record Layout(String basePackage, boolean multigroup) {

  static Layout of(Project project) {
    return new Layout(project.repo(), project.multigroup());
  }

  /** The package of an API's types. */
  String types(Gvk gvk) {
    return basePackage + ".api" + groupWord(gvk) + "." + JavaNames.packageWord(gvk.version());
  }

  /** The package of an API's reconciler. */
  String controllers(Gvk gvk) {
    return basePackage + ".controller" + groupWord(gvk);
  }

  /** The beginning of the names of its roles' files. */
  String role(Gvk gvk) {
    String group = multigroup && !gvk.group().isEmpty() ? gvk.group() + "_" : "";
    return group + Kinds.lower(gvk.kind());
  }

  /** The name of its sample's file. */
  String sample(Gvk gvk) {
    String group = gvk.group().isEmpty() ? "" : gvk.group() + "_";
    return group + gvk.version() + "_" + Kinds.lower(gvk.kind()) + ".yaml";
  }

  private String groupWord(Gvk gvk) {
    return multigroup && !gvk.group().isEmpty() ? "." + JavaNames.packageWord(gvk.group()) : "";
  }
}
