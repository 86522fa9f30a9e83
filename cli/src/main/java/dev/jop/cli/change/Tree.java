package dev.jop.cli.change;

import dev.jop.cli.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A project's files, for reading.
 *
 * @param root the project's folder
 */
public record Tree(Path root) {

  /**
   * The text of a file, if it is there.
   *
   * @throws CommandException if it, or a folder on the way to it, is something else than that
   */
  public Optional<String> read(String path) {
    Path file = resolve(path);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new CommandException(path + " is not a plain file; move it away");
    }
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  /** The file's place on the disk; every folder on the way to it is one or is not there. */
  Path resolve(String path) {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new CommandException(path + " lies outside of the project");
    }
    Path folder = root;
    for (Path name : root.relativize(file.getParent())) {
      folder = folder.resolve(name);
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
        throw new CommandException(
            root.relativize(folder) + " is a file where a folder must be; move it away");
      }
    }
    return file;
  }
}
