package dev.jop.cli.session;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The surroundings of one command.
 *
 * @param directory the folder that it works on, absolute
 * @param environment the environment variables
 * @param in what its user types
 * @param out what it answers
 * @param err what went wrong
 * @param interactive whether a person can be asked
 */
public record Session(
    Path directory,
    Map<String, String> environment,
    BufferedReader in,
    PrintStream out,
    PrintStream err,
    boolean interactive) {
  /** Set by the launcher, which knows in every version of Java whether there is a terminal. */
  private static final String INTERACTIVE = "jop.interactive";

  public Session {
    directory = directory.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /** The surroundings of this process. */
  public static Session ofProcess() {
    return new Session(
        Path.of(""),
        System.getenv(),
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        System.out,
        System.err,
        Boolean.getBoolean(INTERACTIVE));
  }

  /**
   * Where jop keeps what can be made again: {@code $XDG_CACHE_HOME/jop}, by default {@code
   * ~/.cache/jop}.
   */
  public Path cache() {
    return variable("XDG_CACHE_HOME")
        .map(Path::of)
        .orElseGet(
            () -> Path.of(variable("HOME").orElse(System.getProperty("user.home")), ".cache"))
        .resolve("jop");
  }

  /** Whether the user wants to see where an error came from. */
  public boolean debug() {
    return variable("JOP_DEBUG").isPresent();
  }

  /** An environment variable that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }
}
