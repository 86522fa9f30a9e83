package dev.jop.cli.maven;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Tree;
import dev.jop.cli.session.Session;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class paths of a project's dependencies, asked of Maven when something has changed that
 * decides about them.
 */
public final class ClassPaths {
  static final String POM = "pom.xml";

  private final Session session;
  private final Tree tree;

  /** For the project in the session's folder. */
  public ClassPaths(Session session) {
    this.session = session;
    this.tree = new Tree(session.directory());
  }

  /** Where to compile against; without Maven if the pom is as jop scaffolded it. */
  public List<Path> toCompile() {
    if (new ScaffoldedPom(session.cache()).isUnchanged(pom())) {
      return entries(System.getProperty("java.class.path"));
    }
    return of(Scope.COMPILE);
  }

  /** What to run with, beside the project's own classes. */
  public List<Path> toRun() {
    return of(Scope.RUNTIME);
  }

  private List<Path> of(Scope scope) {
    pom();
    MavenInputs inputs = MavenInputs.of(session);
    if (inputs.changing()) {
      return ask(scope);
    }
    KeptClassPath kept =
        new KeptClassPath(
            session.cache().resolve("classpath").resolve(inputs.key() + "." + scope.maven()));
    return kept.read()
        .orElseGet(
            () -> {
              List<Path> entries = ask(scope);
              try {
                kept.write(entries);
              } catch (IOException e) {
                throw new CommandException("cannot keep the project's class path: " + e, e);
              }
              return entries;
            });
  }

  private List<Path> ask(Scope scope) {
    try {
      Path answer = Files.createTempFile("jop-classpath-", ".txt");
      try {
        new Maven(session)
            .run(
                List.of(
                    "dependency:build-classpath",
                    "-Dmdep.includeScope=" + scope.maven(),
                    "-Dmdep.outputFile=" + answer));
        return entries(Files.readString(answer));
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      throw new CommandException("cannot read the project's class path: " + e, e);
    }
  }

  private String pom() {
    return tree.read(POM)
        .orElseThrow(
            () ->
                new CommandException(
                    "there is no pom.xml in " + tree.root() + "; jop needs it for the class path"));
  }

  static List<Path> entries(String classPath) {
    return Stream.of(classPath.strip().split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .map(Path::toAbsolutePath)
        .toList();
  }
}
