package dev.jop.cli.manifest;

import dev.jop.cli.CommandException;
import dev.jop.cli.change.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A temporary copy of a project's Java sources with changes that are not in the project yet: a
 * compiler reads files.
 */
final class SourceMirror implements AutoCloseable {
  private final Path root;

  private SourceMirror(Path root) {
    this.root = root;
  }

  static SourceMirror of(Tree tree, Map<String, String> changed) {
    try {
      SourceMirror mirror =
          new SourceMirror(Files.createTempDirectory("jop-sources-").toRealPath());
      mirror.copy(tree.root());
      for (Map.Entry<String, String> change : changed.entrySet()) {
        Path file = mirror.root.resolve(change.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, change.getValue());
      }
      return mirror;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  Path root() {
    return root;
  }

  private void copy(Path project) throws IOException {
    Path sources = project.resolve(Manifests.SOURCES);
    if (!Files.isDirectory(sources)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(sources)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path copy = root.resolve(project.relativize(path));
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
  }

  @Override
  public void close() {
    try (Stream<Path> paths = Files.walk(root)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static CommandException failed(IOException e) {
    return new CommandException("cannot copy the sources to a temporary folder: " + e, e);
  }
}
