package dev.jop.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code jop help}, the same as {@code --help} after the names of a command. */
@Command(
    name = "help",
    description = "Shows the help of a command.",
    footerHeading = "%nExample:%n",
    footer = "  jop help create api")
final class HelpCommand implements Runnable {
  @Parameters(
      paramLabel = "COMMAND",
      description = "The command, word by word. Default: jop itself.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    CommandLine command = spec.commandLine().getParent();
    for (String name : names) {
      CommandLine next = command.getSubcommands().get(name);
      if (next == null) {
        throw new ParameterException(
            spec.commandLine(),
            "There is no command " + command.getCommandSpec().qualifiedName() + " " + name);
      }
      command = next;
    }
    command.usage(command.getOut());
  }
}
