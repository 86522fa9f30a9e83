package dev.jop.cli.command;

import dev.jop.cli.change.Changes;
import dev.jop.cli.change.Composer;
import dev.jop.cli.change.Transaction;
import dev.jop.cli.change.Tree;
import dev.jop.cli.project.ProjectLock;
import dev.jop.cli.session.Session;
import dev.jop.plugins.project.ProjectFile;
import dev.jop.plugins.scaffold.Plan;
import dev.jop.templates.Templates;
import java.util.function.Consumer;

/**
 * Carries out a command that changes files: composes the changes, writes them unless it is a dry
 * run, and tells what changed.
 */
final class Scaffolding {
  private final Session session;
  private final Tree tree;
  private final ScaffoldOptions options;

  Scaffolding(Session session, ScaffoldOptions options) {
    this.session = session;
    this.tree = new Tree(session.directory());
    this.options = options;
  }

  /**
   * Composes the changes and carries them out, while no other command changes the project.
   *
   * @return the changes, which a dry run has not carried out
   */
  Changes run(String command, String next, Consumer<Composer> steps) {
    return ProjectLock.hold(
        tree.root(),
        session.cache(),
        () -> {
          Composer composer = new Composer(tree);
          steps.accept(composer);
          Changes changes = composer.changes();
          if (!options.dryRun()) {
            Transaction.run(tree, changes);
          }
          new ChangeReport(session.out(), options).print(command, changes, next);
          return changes;
        });
  }

  /** Renders a plan into changes. */
  void add(Plan plan, Composer composer) {
    Templates templates = new Templates();
    composer.add(plan.scaffolds().stream().flatMap(s -> templates.render(s).stream()).toList());
    composer.put(
        ProjectFile.PATH,
        tree.read(ProjectFile.PATH)
            .map(before -> ProjectFile.format(plan.project(), before))
            .orElseGet(() -> ProjectFile.format(plan.project())));
  }
}
