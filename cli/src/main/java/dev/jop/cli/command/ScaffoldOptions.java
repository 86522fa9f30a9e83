package dev.jop.cli.command;

import picocli.CommandLine.Option;

/** The options that every scaffolding command has. */
final class ScaffoldOptions {
  @Option(names = "--dry-run", description = "Tell what would change, and change nothing.")
  private boolean dryRun;

  @Option(names = "--diff", description = "Show the changes line by line, as a patch.")
  private boolean diff;

  @Option(
      names = "--output",
      paramLabel = "text|json",
      description = "How to tell it. Default: text.")
  private OutputFormat output = OutputFormat.TEXT;

  boolean dryRun() {
    return dryRun;
  }

  /** Makes it a dry run, whatever was said. */
  void dontWrite() {
    dryRun = true;
  }

  /** Whether anything is not as by default. */
  boolean isAnySet() {
    return dryRun || diff || output != OutputFormat.TEXT;
  }

  boolean diff() {
    return diff;
  }

  OutputFormat output() {
    return output;
  }
}
