package dev.jop.plugins.scaffold;

import dev.jop.plugins.project.Project;
import dev.jop.plugins.project.Resource;
import dev.jop.templates.IfExists;
import dev.jop.templates.Scaffold;
import java.util.List;
import java.util.Map;

/** The manifests in {@code config}, with the names that kubebuilder gives them. */
final class KustomizePlugin implements Plugin {

  @Override
  public List<Scaffold> init(InitArguments arguments) {
    Map<String, Object> model = Map.of("project", Models.of(arguments));
    return List.of(new Scaffold("kustomize/init", IfExists.FAIL, Map.of(), model));
  }

  @Override
  public List<Scaffold> createApi(Project project, Resource resource, ApiArguments arguments) {
    if (!arguments.resource()) {
      return List.of();
    }
    ApiModel api = Models.of(project, resource, arguments);
    Map<String, Object> model = Map.of("api", api);
    Map<String, String> tokens = Map.of("role", api.role(), "sample", api.sample());
    IfExists ifExists = arguments.force() ? IfExists.OVERWRITE : IfExists.FAIL;
    return List.of(
        new Scaffold("kustomize/api", ifExists, tokens, model),
        new Scaffold("kustomize/api-roles", api.stored() ? ifExists : IfExists.KEEP, tokens, model),
        new Scaffold("kustomize/api-lists", IfExists.KEEP, tokens, model));
  }
}
