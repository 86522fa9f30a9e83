package dev.jop.plugins.scaffold;

import dev.jop.plugins.project.Project;
import dev.jop.templates.Scaffold;
import java.util.List;

/**
 * What a command does to a project, before anything of it is done.
 *
 * @param project the project as it will be
 * @param scaffolds what to render, in this order
 */
public record Plan(Project project, List<Scaffold> scaffolds) {
  public Plan {
    scaffolds = List.copyOf(scaffolds);
  }
}
