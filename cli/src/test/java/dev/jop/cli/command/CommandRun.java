package dev.jop.cli.command;

import dev.jop.cli.session.Session;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
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
    return run(folder, "", false, Map.of(), arguments);
  }

  /** Runs a command at a terminal where somebody has typed this. */
  static CommandRun typing(String typed, Path folder, String... arguments) {
    return run(folder, typed, true, Map.of(), arguments);
  }

  /** Runs a command in a folder with these environment variables. */
  static CommandRun with(Map<String, String> variables, Path folder, String... arguments) {
    return run(folder, "", false, variables, arguments);
  }

  private static CommandRun run(
      Path folder,
      String typed,
      boolean interactive,
      Map<String, String> variables,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("XDG_CACHE_HOME", Path.of("target/test-cache").toAbsolutePath().toString());
    Session session =
        new Session(
            folder,
            environment,
            new BufferedReader(new StringReader(typed)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive);
    int code = Jop.run(session, arguments);
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
