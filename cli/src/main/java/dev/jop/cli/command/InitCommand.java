package dev.jop.cli.command;

import dev.jop.cli.project.ProjectFolder;
import dev.jop.cli.session.Session;
import dev.jop.plugins.scaffold.InitArguments;
import dev.jop.plugins.scaffold.License;
import dev.jop.plugins.scaffold.Scaffolder;
import dev.jop.templates.Versions;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code jop init}. */
@Command(
    name = "init",
    sortOptions = false,
    description = {
      "Makes a new operator project in the current folder.",
      "It builds and passes its tests at once; jop create api then adds APIs to it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  # A project named for its folder, with APIs below example.com",
      "  jop init --domain example.com",
      "",
      "  # See first what it would make",
      "  jop init --domain example.com --dry-run"
    })
final class InitCommand implements Runnable {
  private static final String NEXT =
      """
      Next: define an API with
        jop create api --group webapp --version v1 --kind Guestbook""";

  private final Session session;

  @Option(
      names = "--domain",
      paramLabel = "domain",
      description = "Domain of the project's APIs. Default: " + InitArguments.DEFAULT_DOMAIN + ".")
  private String domain = InitArguments.DEFAULT_DOMAIN;

  @Option(
      names = "--project-name",
      paramLabel = "name",
      description = "Beginning of the names of the operator's objects. Default: the folder's name.")
  private Optional<String> projectName = Optional.empty();

  @Option(
      names = {"--package", "--repo"},
      paramLabel = "package",
      description = "Base Java package. Default: the domain, reversed, and the project's name.")
  private Optional<String> basePackage = Optional.empty();

  @Option(
      names = "--group-id",
      paramLabel = "id",
      description = "Maven group. Default: the domain, reversed.")
  private Optional<String> groupId = Optional.empty();

  @Option(
      names = "--artifact-id",
      paramLabel = "id",
      description = "Maven artifact. Default: the project's name.")
  private Optional<String> artifactId = Optional.empty();

  @Option(
      names = "--license",
      paramLabel = "apache2|none",
      description = "License that the files name. Default: apache2.")
  private License license = License.APACHE2;

  @Option(
      names = "--owner",
      paramLabel = "owner",
      description = "Holder of the copyright that the files name. Default: nobody.")
  private String owner = "";

  @Option(
      names = "--multigroup",
      description = "Let APIs of several groups live in it, each in packages of its group.")
  private boolean multigroup;

  @Mixin private ScaffoldOptions options = new ScaffoldOptions();

  InitCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    InitArguments arguments = arguments();
    Scaffolding scaffolding = new Scaffolding(session, options);
    scaffolding.run(
        "init",
        NEXT,
        composer -> {
          new ProjectFolder(session.directory()).requireNone();
          scaffolding.add(new Scaffolder(Versions.jop()).init(arguments), composer);
        });
  }

  private InitArguments arguments() {
    InitArguments defaults =
        InitArguments.of(domain, projectName.orElseGet(() -> folderName(session.directory())))
            .withMultigroup(multigroup)
            .withLicense(license, owner);
    return defaults
        .withBasePackage(basePackage.orElse(defaults.basePackage()))
        .withGroupId(groupId.orElse(defaults.groupId()))
        .withArtifactId(artifactId.orElse(defaults.artifactId()));
  }

  private static String folderName(Path folder) {
    Path name = folder.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }
}
