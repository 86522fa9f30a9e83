package dev.jop.cli.command;

import dev.jop.cli.change.Change;
import dev.jop.cli.change.Changes;
import dev.jop.cli.change.UnifiedDiff;
import java.io.PrintStream;
import java.util.Locale;

/** Tells what a scaffolding command changed, or would change. */
final class ChangeReport {
  private final PrintStream out;
  private final ScaffoldOptions options;

  ChangeReport(PrintStream out, ScaffoldOptions options) {
    this.out = out;
    this.options = options;
  }

  void print(String command, Changes changes, String next) {
    if (options.output() == OutputFormat.JSON) {
      out.println(json(command, changes));
      return;
    }
    if (options.diff()) {
      changes.changes().forEach(change -> out.print(UnifiedDiff.of(change)));
    } else {
      changes.changes().forEach(change -> out.println(padded(action(change)) + change.path()));
      changes.kept().forEach(path -> out.println(padded("keep") + path));
    }
    if (changes.changes().isEmpty()) {
      out.println("nothing to change");
    } else if (options.dryRun()) {
      out.println("# nothing was written: this was a dry run");
    } else if (!options.diff()) {
      out.println();
      out.println(next);
    }
  }

  private String json(String command, Changes changes) {
    JsonText json = new JsonText();
    json.open('{')
        .field("command", command)
        .field("dryRun", options.dryRun())
        .name("changes")
        .open('[');
    for (Change change : changes.changes()) {
      json.open('{').field("action", action(change)).field("path", change.path());
      if (options.diff()) {
        json.field("diff", UnifiedDiff.of(change));
      }
      json.close('}');
    }
    json.close(']').name("kept").open('[');
    changes.kept().forEach(json::value);
    return json.close(']').close('}').toString();
  }

  private static String action(Change change) {
    return change.action().name().toLowerCase(Locale.ROOT);
  }

  private static String padded(String action) {
    return String.format(Locale.ROOT, "%-8s", action);
  }
}
