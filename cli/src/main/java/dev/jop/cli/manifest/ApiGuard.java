package dev.jop.cli.manifest;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Composer;
import dev.jop.cli.change.Tree;
import dev.jop.controllergen.compatibility.ApiChange;
import dev.jop.controllergen.compatibility.ApiChange.Severity;
import dev.jop.controllergen.compatibility.CrdComparison;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses definitions that break the objects or clients of an earlier release.
 *
 * @param tree the project's files
 * @param release the earlier release: a git revision, a folder or a file
 * @param accepted breaks that are meant, by their places such as {@code Guestbook/v1:spec.replicas}
 * @param err where each change is told in a line
 */
public record ApiGuard(Tree tree, String release, Collection<String> accepted, PrintStream err) {

  /**
   * Compares the earlier definitions with those that the composer would leave.
   *
   * @throws CommandException if something breaks that is not accepted, or if the release has no
   *     definitions, since a guard that compares with nothing guards nothing
   */
  public void check(Composer composer) {
    List<String> before = new Release(tree.root(), release).texts();
    if (names(before).isEmpty()) {
      throw new CommandException(
          "there are no definitions of kinds in " + release + " to compare with");
    }
    Set<String> unused = new TreeSet<>(accepted);
    int breaking = 0;
    for (ApiChange change : compare(before, after(composer))) {
      boolean breaks = change.severity() == Severity.BREAKING;
      if (breaks && accepted.contains(change.where())) {
        unused.remove(change.where());
        err.println("accepted: " + change);
      } else {
        breaking += breaks ? 1 : 0;
        err.println((breaks ? "breaking: " : "warning: ") + change);
      }
    }
    unused.forEach(
        place -> err.println("warning: nothing breaks at " + place + "; leave out --accept"));
    if (breaking > 0) {
      throw new CommandException(
          (breaking == 1 ? "one change breaks" : breaking + " changes break")
              + " objects or clients of "
              + release
              + "; nothing was written");
    }
  }

  private Set<String> names(List<String> before) {
    try {
      return CrdComparison.names(before);
    } catch (IllegalArgumentException e) {
      throw new CommandException("cannot compare with " + release + ": " + e.getMessage(), e);
    }
  }

  private List<ApiChange> compare(List<String> before, List<String> after) {
    try {
      return CrdComparison.compare(before, after);
    } catch (IllegalArgumentException e) {
      throw new CommandException(
          "cannot compare " + Manifests.DEFINITIONS + ": " + e.getMessage(), e);
    }
  }

  private List<String> after(Composer composer) {
    Set<String> paths = new TreeSet<>(composer.textsBelow(Manifests.DEFINITIONS).keySet());
    new StaleDefinitions(tree)
        .definitions()
        .forEach(name -> paths.add(Manifests.DEFINITIONS + "/" + name));
    List<String> texts = new ArrayList<>();
    paths.forEach(path -> composer.text(path).ifPresent(texts::add));
    return texts;
  }
}
