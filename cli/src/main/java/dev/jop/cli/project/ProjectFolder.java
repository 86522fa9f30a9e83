package dev.jop.cli.project;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Tree;
import dev.jop.plugins.project.Project;
import dev.jop.plugins.project.ProjectFile;
import java.nio.file.Path;

/** A folder that is, or may become, a project. */
public final class ProjectFolder {
  private static final String POM = "pom.xml";

  private final Tree tree;

  /** The project in this folder. */
  public ProjectFolder(Path folder) {
    this.tree = new Tree(folder);
  }

  /** Its files. */
  public Tree tree() {
    return tree;
  }

  /**
   * What its PROJECT file says.
   *
   * @throws CommandException if there is none
   */
  public Project read() {
    return tree.read(ProjectFile.PATH)
        .map(ProjectFile::parse)
        .orElseThrow(
            () ->
                new CommandException(
                    "there is no PROJECT file in "
                        + tree.root()
                        + "; run jop init first, or change to a project's folder"));
  }

  /**
   * Makes sure that a project can be made here.
   *
   * @throws CommandException if there is one already
   */
  public void requireNone() {
    if (tree.read(ProjectFile.PATH).isPresent()) {
      throw new CommandException(
          tree.root() + " is already initialised: it has a PROJECT file; use another folder");
    }
    if (tree.read(POM).isPresent()) {
      throw new CommandException(tree.root() + " already has a pom.xml; use a folder without one");
    }
  }
}
