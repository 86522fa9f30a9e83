package dev.jop.cli.command;

import dev.jop.cli.session.Session;
import dev.jop.templates.Versions;
import picocli.CommandLine.Command;

/** The command {@code jop version}. */
@Command(
    name = "version",
    description = "Tells the version of jop, and the Java that runs it.",
    footerHeading = "%nExample:%n",
    footer = "  jop version")
final class VersionCommand implements Runnable {
  private final Session session;

  VersionCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session.out().println("jop " + Versions.jop());
    session
        .out()
        .println("java " + Runtime.version() + " (" + System.getProperty("java.home") + ")");
  }
}
