package dev.jop.envtest.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A lock that one holder has among all threads of all processes of the machine, named by a file.
 *
 * <p>The operating system frees it when the holding process ends in any way. The file itself stays:
 * deleting it while another process opens it would give two holders.
 */
public final class ProcessLock implements AutoCloseable {
  // POSIX frees a process's lock when *any* of its channels on the file closes, so within one JVM a
  // file is opened once.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();
  private static final Duration POLL = Duration.ofMillis(50);

  private final Path file;
  private final FileChannel channel;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock if nobody has it.
   *
   * @param file the file that names the lock; it and its folder are created
   * @return the lock, or empty when another thread or process has it
   * @throws UncheckedIOException when the file can't be created or locked
   */
  public static Optional<ProcessLock> tryAcquire(Path file) {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "not a file's path");
      Files.createDirectories(folder);
      Path key = folder.toRealPath().resolve(file.getFileName());
      if (!HELD.add(key)) {
        return Optional.empty();
      }
      @Nullable ProcessLock lock = null;
      try {
        lock = open(key);
      } finally {
        if (lock == null) {
          HELD.remove(key);
        }
      }
      return Optional.ofNullable(lock);
    } catch (IOException e) {
      throw new UncheckedIOException("can't lock " + file, e);
    }
  }

  /**
   * Waits for the lock.
   *
   * @param file the file that names the lock; it and its folder are created
   * @param timeout how long to wait at most
   * @param onWait called once, before the first wait
   * @throws TimeoutException when another holder keeps it for longer than the time-out
   * @throws InterruptedException when the thread is interrupted while it waits
   */
  public static ProcessLock acquire(Path file, Duration timeout, Runnable onWait)
      throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean told = false;
    while (true) {
      Optional<ProcessLock> lock = tryAcquire(file);
      if (lock.isPresent()) {
        return lock.get();
      }
      if (System.nanoTime() - deadline >= 0) {
        throw new TimeoutException(
            file + " has been locked by another process for " + timeout.toSeconds() + " s");
      }
      if (!told) {
        onWait.run();
        told = true;
      }
      TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
    }
  }

  private static @Nullable ProcessLock open(Path key) throws IOException {
    FileChannel channel =
        FileChannel.open(key, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? new ProcessLock(key, channel) : null;
  }

  /** Frees the lock. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("can't unlock " + file, e);
    } finally {
      HELD.remove(file);
    }
  }
}
