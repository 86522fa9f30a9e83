package dev.jop.plugins.scaffold;

import dev.jop.plugins.ScaffoldException;
import dev.jop.plugins.project.Gvk;
import dev.jop.plugins.project.Project;
import dev.jop.plugins.project.Resource;
import dev.jop.templates.Scaffold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the scaffolding commands for projects of the layout {@link Project#LAYOUT}. */
public final class Scaffolder {
  private final String jopVersion;
  private final List<Plugin> plugins = List.of(new JavaPlugin(), new KustomizePlugin());

  /** Scaffolds as this version of jop. */
  public Scaffolder(String jopVersion) {
    this.jopVersion = jopVersion;
  }

  /** What makes a new project. */
  public Plan init(InitArguments arguments) {
    Project project =
        new Project(
            arguments.domain(),
            arguments.projectName(),
            arguments.basePackage(),
            jopVersion,
            List.of(Project.LAYOUT),
            arguments.multigroup(),
            List.of(),
            Map.of());
    List<Scaffold> scaffolds = new ArrayList<>();
    plugins.forEach(plugin -> scaffolds.addAll(plugin.init(arguments)));
    return new Plan(project, scaffolds);
  }

  /**
   * What adds an API, or a part of it, to a project.
   *
   * @throws ScaffoldException if the project has it, or has no place for it
   */
  public Plan createApi(Project project, ApiArguments arguments) {
    Gvk gvk = new Gvk(arguments.group(), project.domain(), arguments.version(), arguments.kind());
    if (gvk.qualifiedGroup().isEmpty()) {
      throw new ScaffoldException(
          "--group: the project has no domain, so an API needs a group; give one");
    }
    Optional<Resource> existing = project.find(gvk);
    if (!arguments.force()) {
      existing.ifPresent(resource -> requireAbsent(resource, arguments));
    }
    requireGroup(project, gvk);
    if (arguments.controller()) {
      requireNoOtherReconciler(project, gvk);
    }
    Resource resource =
        arguments.resource() ? resource(project, gvk, arguments, existing) : defined(gvk, existing);
    resource = arguments.controller() ? resource.withController() : resource;
    Project changed = project.with(resource).withCliVersion(jopVersion);
    List<Scaffold> scaffolds = new ArrayList<>();
    for (Plugin plugin : plugins) {
      scaffolds.addAll(plugin.createApi(changed, resource, arguments));
    }
    return new Plan(changed, scaffolds);
  }

  private static void requireAbsent(Resource resource, ApiArguments arguments) {
    if (arguments.resource() && resource.api()) {
      throw new ScaffoldException(
          "the API " + resource.gvk() + " already exists; use --force to overwrite its files");
    }
    if (arguments.controller() && resource.controller()) {
      throw new ScaffoldException(
          "the API "
              + resource.gvk()
              + " already has a reconciler; use --force to overwrite its files");
    }
  }

  /** One reconciler sees a kind's objects in whatever version they were written. */
  private static void requireNoOtherReconciler(Project project, Gvk gvk) {
    for (Resource other : project.resources()) {
      if (other.controller() && other.gvk().isOfSameKind(gvk) && !other.gvk().equals(gvk)) {
        throw new ScaffoldException(
            "the kind "
                + gvk.kind()
                + " has a reconciler already, for its version "
                + other.gvk().version()
                + "; add this version with --controller=false");
      }
    }
  }

  private static void requireGroup(Project project, Gvk gvk) {
    if (project.multigroup()) {
      return;
    }
    for (Resource resource : project.resources()) {
      if (!resource.gvk().group().equals(gvk.group())) {
        throw new ScaffoldException(
            "the project has APIs of the group \""
                + resource.gvk().group()
                + "\" and is not for several groups; use that group, or add \"multigroup: true\" to PROJECT");
      }
    }
  }

  private static Resource resource(
      Project project, Gvk gvk, ApiArguments arguments, Optional<Resource> existing) {
    return new Resource(
        gvk,
        arguments.plural(),
        Layout.of(project).types(gvk),
        true,
        arguments.namespaced(),
        existing.map(Resource::controller).orElse(false),
        existing.map(Resource::others).orElse(Map.of()));
  }

  private static Resource defined(Gvk gvk, Optional<Resource> existing) {
    return existing
        .filter(Resource::api)
        .orElseThrow(
            () ->
                new ScaffoldException(
                    "the project does not define "
                        + gvk
                        + "; leave out --resource=false to define it"));
  }
}
