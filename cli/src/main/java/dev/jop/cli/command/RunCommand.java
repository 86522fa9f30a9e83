package dev.jop.cli.command;

import dev.jop.cli.project.ProjectFolder;
import dev.jop.cli.run.OperatorRun;
import dev.jop.cli.session.Session;
import dev.jop.plugins.project.Project;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code jop run}. */
@Command(
    name = "run",
    sortOptions = false,
    description = {
      "Builds the operator if its sources have changed, and runs it until Ctrl-C.",
      "It works on the cluster of the current kubeconfig, or with --envtest on a local control plane."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  # Against a real API server on this machine, started for it and stopped with it",
      "  jop run --envtest",
      "",
      "  # Against the current cluster, with a flag for the operator",
      "  jop run -- --health-probe-bind-address=:8082"
    })
final class RunCommand implements Runnable {
  private final Session session;

  @Option(
      names = "--envtest",
      description =
          "Start etcd and kube-apiserver, or join those that run for this project, and install its CRDs.")
  private boolean envtest;

  @Parameters(paramLabel = "ARGUMENT", description = "Arguments of the operator, after --.")
  private List<String> arguments = List.of();

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Project project = new ProjectFolder(session.directory()).read();
    OperatorRun run = new OperatorRun(session, project, arguments);
    run.build();
    if (envtest) {
      run.onEnvtest();
    } else {
      run.onCurrentCluster();
    }
  }
}
