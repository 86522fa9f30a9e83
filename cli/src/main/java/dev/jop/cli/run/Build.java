package dev.jop.cli.run;

import dev.jop.cli.CommandException;
import dev.jop.cli.maven.Maven;
import dev.jop.cli.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Compiles a project with Maven, unless nothing has changed since it did so. */
final class Build {
  private static final String CLASSES = "target/classes";
  private static final String STAMP = "target/jop-compiled";

  private final Session session;
  private final Path root;

  Build(Session session) {
    this.session = session;
    this.root = session.directory();
  }

  /** Whether sources, resources or the pom have changed. */
  boolean isStale() {
    return !Files.isDirectory(root.resolve(CLASSES)) || !stamp().equals(lastStamp());
  }

  /**
   * Compiles.
   *
   * @throws CommandException with the first error
   */
  void run() {
    String stamp = stamp();
    new Maven(session).run(List.of("compile"));
    try {
      Files.createDirectories(root.resolve(STAMP).getParent());
      Files.writeString(root.resolve(STAMP), stamp);
    } catch (IOException e) {
      throw new CommandException("cannot write " + STAMP + ": " + e.getMessage(), e);
    }
  }

  Path classes() {
    return root.resolve(CLASSES);
  }

  private String lastStamp() {
    try {
      return Files.isRegularFile(root.resolve(STAMP)) ? Files.readString(root.resolve(STAMP)) : "";
    } catch (IOException e) {
      throw new CommandException("cannot read " + STAMP + ": " + e.getMessage(), e);
    }
  }

  /** One line for each file that is built from: its path, size and time. */
  private String stamp() {
    StringBuilder stamp = new StringBuilder();
    for (String name : List.of("pom.xml", "src/main")) {
      Path below = root.resolve(name);
      if (Files.exists(below)) {
        try (Stream<Path> paths = Files.walk(below)) {
          for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
            stamp.append(root.relativize(file)).append(' ').append(Files.size(file));
            stamp.append(' ').append(Files.getLastModifiedTime(file)).append('\n');
          }
        } catch (IOException e) {
          throw new CommandException("cannot look at the sources: " + e, e);
        }
      }
    }
    return stamp.toString();
  }
}
