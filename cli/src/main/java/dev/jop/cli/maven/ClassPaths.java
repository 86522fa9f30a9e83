package dev.jop.cli.maven;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Tree;
import dev.jop.cli.session.Session;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The class paths of a project's dependencies, asked of Maven once for each state of its pom. */
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
    String pom = pom();
    if (ScaffoldedPom.isUnchanged(pom)) {
      return entries(System.getProperty("java.class.path"));
    }
    return of(pom, Scope.COMPILE);
  }

  /** What to run with, beside the project's own classes. */
  public List<Path> toRun() {
    return of(pom(), Scope.RUNTIME);
  }

  private List<Path> of(String pom, Scope scope) {
    Path kept = session.cache().resolve("classpath").resolve(key(pom) + "." + scope.maven());
    return read(kept).orElseGet(() -> ask(scope, kept));
  }

  /** What was kept, if all of it is still there. */
  private static Optional<List<Path>> read(Path kept) {
    if (!Files.isRegularFile(kept)) {
      return Optional.empty();
    }
    try {
      List<Path> entries = entries(Files.readString(kept));
      return entries.stream().allMatch(Files::exists) ? Optional.of(entries) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private List<Path> ask(Scope scope, Path kept) {
    try {
      Files.createDirectories(kept.getParent());
      Path answer = Files.createTempFile(kept.getParent(), "asked", ".tmp");
      try {
        new Maven(session)
            .run(
                List.of(
                    "dependency:build-classpath",
                    "-Dmdep.includeScope=" + scope.maven(),
                    "-Dmdep.outputFile=" + answer));
        Files.move(
            answer, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(answer);
      }
      return entries(Files.readString(kept));
    } catch (IOException e) {
      throw new CommandException("cannot keep the project's class path: " + e, e);
    }
  }

  private String pom() {
    return tree.read(POM)
        .orElseThrow(
            () ->
                new CommandException(
                    "there is no pom.xml in " + tree.root() + "; jop needs it for the class path"));
  }

  /** By the pom, and by that of the folder above, which is its parent if it has one. */
  private UUID key(String pom) {
    String parent = "";
    if (pom.contains("<parent>")) {
      parent =
          Optional.ofNullable(tree.root().getParent())
              .flatMap(above -> new Tree(above).read(POM))
              .orElse("");
    }
    return UUID.nameUUIDFromBytes((pom + parent).getBytes(StandardCharsets.UTF_8));
  }

  private static List<Path> entries(String classPath) {
    return Stream.of(classPath.strip().split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(Path::of)
        .map(Path::toAbsolutePath)
        .toList();
  }
}
