package dev.jop.cli.command;

import dev.jop.cli.session.Session;
import dev.jop.plugins.project.Project;
import dev.jop.plugins.project.ProjectFile;
import java.util.List;

/** Tells what is no error but probably not meant. */
final class Warnings {
  private final Session session;

  Warnings(Session session) {
    this.session = session;
  }

  void unknownFields(Project project) {
    List<String> unknown = ProjectFile.unknownFields(project);
    if (!unknown.isEmpty()) {
      session
          .err()
          .println(
              "warning: PROJECT has fields that jop does not know, and keeps: "
                  + String.join(", ", unknown));
    }
  }
}
