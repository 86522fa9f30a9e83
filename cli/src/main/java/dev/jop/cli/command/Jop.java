package dev.jop.cli.command;

import dev.jop.cli.CommandException;
import dev.jop.cli.session.Session;
import dev.jop.envtest.EnvironmentException;
import dev.jop.envtest.assets.AssetsException;
import dev.jop.plugins.InvalidArgumentException;
import dev.jop.plugins.ScaffoldException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code jop}, and the edge where every error becomes one line and an exit code. */
@Command(
    name = "jop",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    description = {
      "Builds Kubernetes operators in Java: scaffolds the project, its APIs and its manifests, and runs it."
    },
    footerHeading = "%nStart here:%n",
    footer = {
      "  jop init --domain example.com",
      "  jop create api --group webapp --version v1 --kind Guestbook",
      "  jop run --envtest"
    })
public final class Jop implements Runnable {
  /** The command did what it was told to. */
  static final int DONE = 0;

  /** The command failed. */
  static final int FAILED = 1;

  /** The command was told what it does not understand. */
  static final int USAGE = 2;

  private static final int WIDTH = 100;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show where an error comes from (also with JOP_DEBUG=1).")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli answers it by itself
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  private Jop() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Session.ofProcess(), args));
  }

  /** Runs one command in the given surroundings and returns its exit code. */
  public static int run(Session session, String... args) {
    Jop jop = new Jop();
    CommandLine line = new CommandLine(jop);
    addCommands(line, session, args.length == 0 ? "" : args[0]);
    line.setUsageHelpWidth(WIDTH);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((e, arguments) -> misused(session, e));
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> failed(session, jop.verbose || session.debug(), e));
    try {
      return line.execute(args);
    } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
      return failed(session, jop.verbose || session.debug(), e);
    }
  }

  /** Adds the command that is called, or all if that is none: to read all takes a while. */
  private static void addCommands(CommandLine line, Session session, String called) {
    Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    commands.put("init", () -> new CommandLine(new InitCommand(session)));
    commands.put(
        "create",
        () -> new CommandLine(new CreateCommand()).addSubcommand(new CreateApiCommand(session)));
    commands.put(
        "make",
        () -> new CommandLine(new MakeCommand()).addSubcommand(new MakeManifestsCommand(session)));
    commands.put("run", () -> new CommandLine(new RunCommand(session)));
    commands.put("version", () -> new CommandLine(new VersionCommand(session)));
    if (commands.containsKey(called)) {
      commands.keySet().retainAll(Set.of(called));
    } else {
      commands.put("help", () -> new CommandLine(new HelpCommand()));
    }
    commands.values().forEach(command -> line.addSubcommand(command.get()));
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int misused(Session session, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    session.err().println("error: " + oneLine(told(e, command)) + "; see " + command + " --help");
    return USAGE;
  }

  private static String told(ParameterException e, String command) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String word = unmatched.getUnmatched().get(0);
      return e.getCommandLine().getSubcommands().isEmpty()
          ? command + " takes no argument '" + word + "'"
          : "there is no command " + command + " '" + word + "'";
    }
    return String.valueOf(e.getMessage());
  }

  private static int failed(Session session, boolean trace, Throwable e) {
    boolean expected =
        e instanceof ScaffoldException
            || e instanceof CommandException
            || e instanceof EnvironmentException
            || e instanceof AssetsException;
    String message = expected ? String.valueOf(e.getMessage()) : "this is a defect of jop: " + e;
    session.err().println("error: " + oneLine(message));
    if (trace) {
      e.printStackTrace(session.err());
    } else if (!expected) {
      session.err().println("run it again with --verbose and report what it says");
    }
    return e instanceof InvalidArgumentException ? USAGE : FAILED;
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
