package dev.jop.cli.command;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Change;
import dev.jop.cli.change.Changes;
import dev.jop.cli.change.Tree;
import dev.jop.cli.manifest.ApiGuard;
import dev.jop.cli.manifest.Manifests;
import dev.jop.cli.project.ProjectFolder;
import dev.jop.cli.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code jop make manifests}. */
@Command(
    name = "manifests",
    sortOptions = false,
    description = {
      "Generates config/crd/bases, config/rbac/role.yaml and config/webhook/manifests.yaml from the"
          + " annotated Java sources.",
      "It writes only what changes, and removes the CRDs of kinds that are gone."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  jop make manifests",
      "",
      "  # What the sources say otherwise than the manifests do",
      "  jop make manifests --dry-run --diff",
      "",
      "  # In a pipeline: fail if somebody forgot to generate",
      "  jop make manifests --check",
      "",
      "  # Fail if the kinds break objects or clients of the last release",
      "  jop make manifests --check --compare-with v1.2.0"
    })
final class MakeManifestsCommand implements Runnable {
  private static final String NEXT =
      """
      Next: try it with
        jop run --envtest""";

  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--check",
      description = "Change nothing, and fail if a manifest is not what the sources say.")
  private boolean check;

  @Option(
      names = "--stdout",
      description = "Write the manifests to the standard output, and no file.")
  private boolean stdout;

  @Option(
      names = "--compare-with",
      paramLabel = "RELEASE",
      description =
          "Fail if a kind breaks stored objects or clients of this release: a git revision, a"
              + " folder or a file.")
  private Optional<String> release = Optional.empty();

  @Option(
      names = "--accept",
      paramLabel = "PLACE",
      description = "A break that is meant, as in Guestbook/v1:spec.replicas.")
  private List<String> accepted = new ArrayList<>();

  @Mixin private GeneratorOptions generator = new GeneratorOptions();
  @Mixin private ScaffoldOptions options = new ScaffoldOptions();

  MakeManifestsCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    refuseContradictions();
    generator.refuseWrongValues(spec.commandLine());
    ProjectFolder folder = new ProjectFolder(session.directory());
    folder.read();
    Tree tree = folder.tree();
    Manifests manifests = new Manifests(session, tree, generator.said());
    if (stdout) {
      manifests.generate().forEach((path, text) -> session.out().print(text));
      session.out().flush();
      return;
    }
    if (check) {
      options.dontWrite();
    }
    Changes changes =
        new Scaffolding(session, options)
            .run(
                "make manifests",
                NEXT,
                composer -> {
                  manifests.addTo(composer);
                  release.ifPresent(
                      name -> new ApiGuard(tree, name, accepted, session.err()).check(composer));
                });
    if (check && !changes.changes().isEmpty()) {
      throw new CommandException(
          changes.changes().stream().map(Change::path).collect(Collectors.joining(", "))
              + " not as the sources say; run jop make manifests");
    }
  }

  private void refuseContradictions() {
    if (stdout && (check || release.isPresent() || options.isAnySet())) {
      throw new ParameterException(
          spec.commandLine(), "--stdout goes with no option that is about files");
    }
    if (release.filter(String::isBlank).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--compare-with names nothing; is a variable of the pipeline empty?");
    }
    if (release.isEmpty() && !accepted.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--accept needs --compare-with");
    }
  }
}
