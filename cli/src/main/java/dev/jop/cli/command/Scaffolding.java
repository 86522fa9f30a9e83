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
import java.util.function.Supplier;

/**
 * Carries out a plan: renders it, lays it over the project, writes it unless it is a dry run, and
 * tells what changed.
 */
final class Scaffolding {
  private final Session session;
  private final ScaffoldOptions options;

  Scaffolding(Session session, ScaffoldOptions options) {
    this.session = session;
    this.options = options;
  }

  /** Makes the plan and carries it out, while no other command changes the project. */
  void run(String command, Tree tree, Supplier<Plan> planner, String next) {
    ProjectLock.hold(
        tree.root(),
        session.cache(),
        () -> {
          Changes changes = compose(tree, planner.get());
          if (!options.dryRun()) {
            Transaction.run(tree, changes);
          }
          new ChangeReport(session.out(), options).print(command, changes, next);
        });
  }

  private static Changes compose(Tree tree, Plan plan) {
    Templates templates = new Templates();
    Composer composer = new Composer(tree);
    composer.add(plan.scaffolds().stream().flatMap(s -> templates.render(s).stream()).toList());
    String project =
        tree.read(ProjectFile.PATH)
            .map(before -> ProjectFile.format(plan.project(), before))
            .orElseGet(() -> ProjectFile.format(plan.project()));
    return composer.put(ProjectFile.PATH, project).changes();
  }
}
