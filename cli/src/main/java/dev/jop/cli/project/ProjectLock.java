package dev.jop.cli.project;

import dev.jop.cli.CommandException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Keeps two jop commands from changing one project at once.
 *
 * <p>It is a lock of the operating system, which ends with the process, on a file in jop's cache,
 * so that the project itself holds nothing of it.
 */
public final class ProjectLock {
  private ProjectLock() {}

  /**
   * Does something while no other command changes the project, and returns what came of it.
   *
   * @throws CommandException if another command is at work there
   */
  public static <T> T hold(Path project, Path cache, Supplier<T> work) {
    Path file = cache.resolve("locks").resolve(name(project) + ".lock");
    try (FileChannel channel = open(file)) {
      if (!isLocked(channel)) {
        throw new CommandException(
            "another jop command is changing "
                + project
                + " at this moment; run this one again when it is done");
      }
      return work.get();
    } catch (IOException e) {
      throw new CommandException("cannot lock the project with " + file + ": " + e.getMessage(), e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static UUID name(Path project) {
    return UUID.nameUUIDFromBytes(project.toString().getBytes(StandardCharsets.UTF_8));
  }
}
