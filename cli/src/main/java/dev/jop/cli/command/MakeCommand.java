package dev.jop.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code jop make}, which only holds others. */
@Command(
    name = "make",
    synopsisSubcommandLabel = "COMMAND",
    description = "Generates files from the project's sources.")
final class MakeCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
