package dev.jop.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code jop create}, which only holds others. */
@Command(
    name = "create",
    synopsisSubcommandLabel = "COMMAND",
    description = "Adds a part to a project.")
final class CreateCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
