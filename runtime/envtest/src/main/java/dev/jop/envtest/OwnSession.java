package dev.jop.envtest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts programs in a session of their own, so that Ctrl-C at a terminal reaches the JVM but not
 * the servers: an operator that ends cleanly still talks to them.
 *
 * <p>Linux has {@code setsid}; macOS has Perl, which can do the same. Both become the program, so
 * its process id is that of the child. Where there is neither, Ctrl-C reaches the servers too and
 * they end a little early.
 */
final class OwnSession {
  /** What to write before a command. */
  static final List<String> PREFIX = prefix();

  private OwnSession() {}

  private static List<String> prefix() {
    if (onPath("setsid")) {
      return List.of("setsid");
    }
    if (onPath("perl")) {
      return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die $!");
    }
    return List.of();
  }

  private static boolean onPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
