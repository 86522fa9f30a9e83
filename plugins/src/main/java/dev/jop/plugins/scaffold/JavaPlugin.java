package dev.jop.plugins.scaffold;

import dev.jop.plugins.project.Project;
import dev.jop.plugins.project.Resource;
import dev.jop.templates.IfExists;
import dev.jop.templates.Scaffold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Java sources, their build, and the documents beside them. */
final class JavaPlugin implements Plugin {

  @Override
  public List<Scaffold> init(InitArguments arguments) {
    Map<String, Object> model = Map.of("project", Models.of(arguments));
    Map<String, String> tokens = Map.of("base", path(arguments.basePackage()));
    List<Scaffold> scaffolds = new ArrayList<>();
    scaffolds.add(new Scaffold("java/init", IfExists.FAIL, tokens, model));
    scaffolds.add(new Scaffold("java/init-documents", IfExists.KEEP, tokens, model));
    if (arguments.license() != License.NONE) {
      scaffolds.add(new Scaffold("java/init-license", IfExists.KEEP, tokens, model));
    }
    return scaffolds;
  }

  @Override
  public List<Scaffold> createApi(Project project, Resource resource, ApiArguments arguments) {
    Layout layout = Layout.of(project);
    ApiModel api = Models.of(project, resource, arguments);
    Map<String, Object> model = Map.of("api", api);
    Map<String, String> tokens =
        Map.of(
            "base", path(project.repo()),
            "types", path(layout.types(resource.gvk())),
            "controllers", path(layout.controllers(resource.gvk())),
            "Kind", api.kind());
    IfExists ifExists = arguments.force() ? IfExists.OVERWRITE : IfExists.FAIL;
    List<Scaffold> scaffolds = new ArrayList<>();
    if (arguments.resource()) {
      scaffolds.add(new Scaffold("java/api", ifExists, tokens, model));
      scaffolds.add(new Scaffold("java/api-package", IfExists.KEEP, tokens, model));
    }
    if (arguments.controller()) {
      scaffolds.add(new Scaffold("java/controller", ifExists, tokens, model));
      scaffolds.add(new Scaffold("java/controller-package", IfExists.KEEP, tokens, model));
    }
    return scaffolds;
  }

  private static String path(String packageName) {
    return packageName.replace('.', '/');
  }
}
