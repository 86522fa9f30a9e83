package dev.jop.cli.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A class path that Maven found, kept in a file.
 *
 * <p>Beside each entry stands how big and how old it was. A jar that is other than it was came with
 * another pom, perhaps, and so with other dependencies; then what is kept is of no use.
 *
 * @param file where it is kept
 */
record KeptClassPath(Path file) {

  /** Returns the entries, if each is as it was. */
  Optional<List<Path>> read() {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      List<Path> entries = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        int tab = line.indexOf('\t');
        Path entry = Path.of(line.substring(tab + 1));
        if (tab < 0 || !line.substring(0, tab).equals(stamp(entry))) {
          return Optional.empty();
        }
        entries.add(entry);
      }
      return Optional.of(entries);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void write(List<Path> entries) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    List<String> lines = new ArrayList<>();
    for (Path entry : entries) {
      lines.add(stamp(entry) + "\t" + entry);
    }
    Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "kept", ".tmp");
    try {
      Files.write(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** A folder has a size, too, but it says nothing. */
  private static String stamp(Path entry) throws IOException {
    return Files.isDirectory(entry)
        ? File.separator
        : Files.size(entry) + " " + Files.getLastModifiedTime(entry).toMillis();
  }
}
