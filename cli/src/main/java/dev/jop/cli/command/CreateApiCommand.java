package dev.jop.cli.command;

import dev.jop.cli.manifest.Manifests;
import dev.jop.cli.project.ProjectFolder;
import dev.jop.cli.session.Session;
import dev.jop.plugins.project.Project;
import dev.jop.plugins.scaffold.ApiArguments;
import dev.jop.plugins.scaffold.Scaffolder;
import dev.jop.templates.Versions;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code jop create api}. */
@Command(
    name = "api",
    sortOptions = false,
    description = {
      "Adds an API to the project: a kind, its reconciler, their test, a sample and roles.",
      "At a terminal it asks what --resource and --controller do not tell; elsewhere both are true."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  # The kind Guestbook in webapp.<domain>/v1, with its reconciler",
      "  jop create api --group webapp --version v1 --kind Guestbook",
      "",
      "  # A kind whose objects belong to no namespace, without a reconciler",
      "  jop create api --group webapp --version v1 --kind Theme --namespaced=false --controller=false",
      "",
      "  # The lines that would change",
      "  jop create api --group webapp --version v1 --kind Guestbook --dry-run --diff"
    })
final class CreateApiCommand implements Runnable {
  /** The comment for new Java files, which a project may have. */
  private static final String BOILERPLATE = "hack/boilerplate.java.txt";

  private static final String NEXT =
      """
      Next: say what the kind is and what its reconciler does, then
        mvn verify
        jop run --envtest""";

  private final Session session;

  @Option(
      names = "--group",
      paramLabel = "group",
      description = "API group, without the project's domain. Default: the domain alone.")
  private String group = "";

  @Option(
      names = "--version",
      paramLabel = "version",
      required = true,
      description = "API version, as in v1, v1beta1 or v2alpha3.")
  private String version = "";

  @Option(
      names = "--kind",
      paramLabel = "Kind",
      required = true,
      description = "Kind, in CamelCase.")
  private String kind = "";

  @Option(
      names = "--plural",
      paramLabel = "plural",
      description = "Name in paths. Default: the English plural of the kind.")
  private String plural = "";

  @Option(
      names = "--namespaced",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "Whether objects live in namespaces. Default: true.")
  private boolean namespaced = true;

  @Option(
      names = "--resource",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "Whether to make the kind.")
  private Optional<Boolean> resource = Optional.empty();

  @Option(
      names = "--controller",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "Whether to make the reconciler.")
  private Optional<Boolean> controller = Optional.empty();

  @Option(
      names = "--make",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "Whether to generate the manifests too. Default: true.")
  private boolean make = true;

  @Option(names = "--force", description = "Overwrite the API's files if they are there.")
  private boolean force;

  @Mixin private ScaffoldOptions options = new ScaffoldOptions();

  CreateApiCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ProjectFolder folder = new ProjectFolder(session.directory());
    folder.read();
    ApiArguments arguments = arguments(folder.tree().read(BOILERPLATE).orElse(""));
    Scaffolding scaffolding = new Scaffolding(session, options);
    scaffolding.run(
        "create api",
        NEXT,
        composer -> {
          Project project = folder.read();
          new Warnings(session).unknownFields(project);
          scaffolding.add(new Scaffolder(Versions.jop()).createApi(project, arguments), composer);
          if (make) {
            new Manifests(session, folder.tree()).addTo(composer);
          }
        });
  }

  private ApiArguments arguments(String header) {
    Question question = new Question(session);
    return new ApiArguments(
        group,
        version,
        kind,
        plural,
        namespaced,
        resource.orElseGet(() -> question.ask("Create the resource")),
        controller.orElseGet(() -> question.ask("Create the controller")),
        force,
        header);
  }
}
