package dev.jop.cli.run;

import dev.jop.cli.maven.ClassPaths;
import dev.jop.cli.session.Session;
import dev.jop.envtest.Environment;
import dev.jop.envtest.EnvironmentOptions;
import dev.jop.envtest.assets.AssetOptions;
import dev.jop.plugins.project.Project;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of a project's operator, from its compilation to its end. */
public final class OperatorRun {
  private static final String SHARED = ".jop/envtest";
  private static final String KUBECONFIG = SHARED + "/kubeconfig";
  private static final Path DEFINITIONS = Path.of("config/crd/bases");

  private final Session session;
  private final Project project;
  private final List<String> arguments;

  /**
   * For the project in the session's folder.
   *
   * @param arguments the operator's own
   */
  public OperatorRun(Session session, Project project, List<String> arguments) {
    this.session = session;
    this.project = project;
    this.arguments = List.copyOf(arguments);
  }

  /** Compiles if sources have changed. */
  public void build() {
    Build build = new Build(session);
    if (build.isStale()) {
      session.out().println("building " + project.projectName());
      build.run();
    }
  }

  /** Runs against the cluster of the current kubeconfig, until the operator ends or is stopped. */
  public void onCurrentCluster() {
    operate(Map.of());
  }

  /** Runs against a control plane of this project: one that runs already, or its own. */
  public void onEnvtest() {
    session.out().println("starting a control plane");
    AssetOptions assets =
        AssetOptions.defaults()
            .withEnvironment(session.environment())
            .withProgress(session.out()::println);
    EnvironmentOptions options =
        EnvironmentOptions.defaults()
            .withAssets(assets)
            .withExistingCluster(false)
            .withSharedFolder(session.directory().resolve(SHARED));
    try (Environment environment = Environment.start(options)) {
      Path definitions = session.directory().resolve(DEFINITIONS);
      if (Files.isDirectory(definitions)) {
        environment.installCrds(definitions);
      }
      session.out().println((environment.owned() ? "started" : "joined") + "; use it with");
      session.out().println("  kubectl --kubeconfig " + KUBECONFIG + " apply -k config/samples");
      ControlPlaneKeeper keeper = ControlPlaneKeeper.start(environment, session.out()::println);
      try {
        operate(Map.of("KUBECONFIG", session.directory().resolve(KUBECONFIG).toString()));
      } finally {
        keeper.close();
      }
    }
  }

  private void operate(Map<String, String> variables) {
    ProcessBuilder builder = new ProcessBuilder(command()).directory(session.directory().toFile());
    builder.environment().putAll(variables);
    OperatorProcess operator = OperatorProcess.start(builder);
    Signals.handle(operator::stop);
    operator.await();
    session.out().println("stopped");
  }

  private List<String> command() {
    String classPath =
        Stream.concat(
                Stream.of(new Build(session).classes()), new ClassPaths(session).toRun().stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "jop-operator"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath, project.repo() + ".Main"));
    command.addAll(arguments);
    return command;
  }
}
