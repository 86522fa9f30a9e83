package dev.jop.plugins.scaffold;

import dev.jop.plugins.project.Project;
import dev.jop.plugins.project.Resource;
import dev.jop.templates.Scaffold;
import java.util.List;

/** One part of what a project is made of; a function from values to values. */
interface Plugin {

  /** What to render for a new project. */
  List<Scaffold> init(InitArguments arguments);

  /**
   * What to render for an API.
   *
   * @param project the project, with the API
   * @param resource the API
   * @param arguments what was asked for
   */
  List<Scaffold> createApi(Project project, Resource resource, ApiArguments arguments);
}
