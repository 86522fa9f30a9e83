package dev.jop.cli.command;

import dev.jop.cli.manifest.Manifests;
import dev.jop.cli.maven.ClassPaths;
import dev.jop.cli.project.ProjectFolder;
import dev.jop.cli.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code jop make manifests}. */
@Command(
    name = "manifests",
    sortOptions = false,
    description = {
      "Generates config/crd/bases and config/rbac/role.yaml from the annotated Java sources.",
      "It writes only what changes, and removes the CRDs of kinds that are gone."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jop make manifests",
      "",
      "  # What the sources say otherwise than the manifests do",
      "  jop make manifests --dry-run --diff"
    })
final class MakeManifestsCommand implements Runnable {
  private static final String NEXT =
      """
      Next: try it with
        jop run --envtest""";

  private final Session session;

  @Mixin private ScaffoldOptions options = new ScaffoldOptions();

  MakeManifestsCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ProjectFolder folder = new ProjectFolder(session.directory());
    folder.read();
    Manifests manifests = new Manifests(folder.tree(), new ClassPaths(session)::toCompile);
    new Scaffolding(session, options).run("make manifests", NEXT, manifests::addTo);
  }
}
