package dev.jop.runtime.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** A file beside another that says to kubectl, and to others, that it is being changed. */
final class FileLock implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path locked;
  private final Path lock;

  private FileLock(Path locked, Path lock) {
    this.locked = locked;
    this.lock = lock;
  }

  /**
   * Locks a file; waits for two seconds if it is locked.
   *
   * @throws IOException if it stays locked, or cannot be
   */
  static FileLock of(Path locked) throws IOException {
    Path lock = locked.resolveSibling(locked.getFileName() + ".lock");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return new FileLock(locked, Files.createFile(lock));
      } catch (FileAlreadyExistsException e) {
        if (System.nanoTime() > end) {
          throw new IOException("it is locked by " + lock + "; remove that if nobody writes", e);
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  /** Puts another content into the locked file at once, and keeps its mode and owner. */
  void replace(byte[] content) throws IOException {
    Path folder = Objects.requireNonNull(locked.getParent(), "a real path has a folder");
    Path temporary = Files.createTempFile(folder, "." + locked.getFileName(), ".new");
    try {
      Files.write(temporary, content);
      PosixFileAttributeView view =
          Files.getFileAttributeView(temporary, PosixFileAttributeView.class);
      if (view != null) {
        PosixFileAttributes before = Files.readAttributes(locked, PosixFileAttributes.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(before.owner()) || !now.group().equals(before.group())) {
          view.setOwner(before.owner());
          view.setGroup(before.group());
        }
        view.setPermissions(before.permissions());
      }
      Files.move(temporary, locked, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(lock);
  }
}
