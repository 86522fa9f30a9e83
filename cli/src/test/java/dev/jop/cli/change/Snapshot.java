package dev.jop.cli.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All of a folder, byte for byte: folders, files, their contents and permissions. */
public final class Snapshot {
  private Snapshot() {}

  /** What is in the folder now; equal to what was in it before only if nothing changed. */
  public static SortedMap<String, String> of(Path folder) {
    SortedMap<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.forEach(path -> found.put(folder.relativize(path).toString(), describe(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static String describe(Path path) {
    try {
      return Files.getPosixFilePermissions(path)
          + " "
          + (Files.isDirectory(path) ? "folder" : Files.readString(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
