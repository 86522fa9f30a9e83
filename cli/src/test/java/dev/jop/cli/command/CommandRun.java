package dev.jop.cli.command;

import dev.jop.cli.session.Session;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What one command answered.
 *
 * @param code its exit code
 * @param out what it wrote
 * @param err what it wrote about what went wrong
 */
record CommandRun(int code, String out, String err) {

  /** Runs a command in a folder, where nobody can be asked. */
  static CommandRun of(Path folder, String... arguments) {
    return run(folder, "", false, arguments);
  }

  /** Runs a command at a terminal where somebody has typed this. */
  static CommandRun typing(String typed, Path folder, String... arguments) {
    return run(folder, typed, true, arguments);
  }

  private static CommandRun run(
      Path folder, String typed, boolean interactive, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Session session =
        new Session(
            folder,
            Map.of("XDG_CACHE_HOME", Path.of("target/test-cache").toAbsolutePath().toString()),
            new BufferedReader(new StringReader(typed)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive);
    int code = Jop.run(session, arguments);
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
