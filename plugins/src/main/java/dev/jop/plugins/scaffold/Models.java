package dev.jop.plugins.scaffold;

import dev.jop.plugins.project.Project;
import dev.jop.plugins.project.Resource;

/** Makes what templates know from what commands know. */
final class Models {
  private Models() {}

  static ProjectModel of(InitArguments arguments) {
    return new ProjectModel(
        arguments.projectName(),
        arguments.domain(),
        arguments.basePackage(),
        arguments.groupId(),
        arguments.artifactId(),
        arguments.license() == License.APACHE2,
        Header.of(arguments.license(), arguments.owner()));
  }

  static ApiModel of(Project project, Resource resource, ApiArguments arguments) {
    return ApiModel.of(
        Layout.of(project),
        project.projectName(),
        resource,
        project.versionsBefore(resource.gvk()).isEmpty(),
        Header.ofText(arguments.header()));
  }
}
