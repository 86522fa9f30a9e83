package dev.jop.cli.change;

import dev.jop.cli.CommandException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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
   * @throws CommandException if it, or a folder on the way to it, is something else than that, or
   *     its bytes are no UTF-8 and could not be written back
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
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new CommandException(
          path + " is not UTF-8 text, and would be spoilt; save it in UTF-8", e);
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
